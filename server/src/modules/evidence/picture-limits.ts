const megabytes = 10;

export const pictureLimits = {
  megabytes,
  bytes: megabytes * 1024 * 1024,
  /** Once unpacked: a small file may be a huge picture. */
  megapixels: 50,
  /** As kept: what was packed with more patience than ours grows. */
  keptBytes: 20 * 1024 * 1024,
  thumbnailSide: 320,
  /** Of an item and a round. */
  files: 20,
};
