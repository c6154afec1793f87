// Loaded into every task: when the launcher is gone, even killed, the task stops as if it had been told to.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
