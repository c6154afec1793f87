/** Every variable of the environment that a start or the operator's command line goes by, as README explains them. */
export const environment = [
  "PORT",
  "HOST",
  "MAPLE_DATA",
  "MAPLE_DEMO_PASSWORD",
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "MAPLE_TRUSTED_PROXIES",
  "MAPLE_LOG",
  "MAPLE_SEAL_KEY",
  "MAPLE_METRICS_TOKEN",
  "MAPLE_BACKUP_PASSPHRASE",
  "MAPLE_S3_BUCKET",
  "MAPLE_S3_ENDPOINT",
  "MAPLE_S3_REGION",
  "MAPLE_S3_ACCESS_KEY_ID",
  "MAPLE_S3_SECRET_ACCESS_KEY",
] as const;
