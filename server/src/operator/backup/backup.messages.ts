import { defineMessages } from "../../kernel/messages.ts";

defineMessages({
  "zh-CN": {
    BACKUP_EXISTS: "{file} 已存在，不会覆盖：请换一个名称。",
    BACKUP_FOLDER_MISSING: "{file} 所在的文件夹不存在或不能写入。",
    BACKUP_ABSENT: "没有文件 {file}。",
    BACKUP_NOT_ONE: "{file} 不是枫桥的备份，或其开头已损坏。",
    BACKUP_FORMAT_NEWER: "这份备份由更新的版本制作：请用制作它的版本或更新的版本恢复。",
    BACKUP_PASSPHRASE_WRONG: "口令不对，或备份开头的密钥参数已损坏。",
    BACKUP_PASSPHRASE_NEEDED:
      "备份已加密，需要口令：在终端输入，或用 --passphrase-file 指定文件，或设置 MAPLE_BACKUP_PASSPHRASE。",
    BACKUP_PASSPHRASE_SHORT: "口令至少 {least} 个字符。",
    BACKUP_PASSPHRASES_DIFFER: "两次输入的口令不同。",
    BACKUP_DAMAGED: "备份在第 {chunk} 块（约第 {offset} 字节处）已损坏、被截断或块序被改动，未作任何更改。",
    BACKUP_PART_DAMAGED: "备份中的 {part} 与其校验值或行数不符，未作任何更改。",
    BACKUP_SERVER_RUNS: "服务器仍连接着数据库（{sessions} 个连接）：请先停止服务器再恢复。",
    BACKUP_LOCKS:
      "PostgreSQL 的锁表不够大，未作任何更改：请把 max_locks_per_transaction 设为 256，重启 PostgreSQL 后再恢复。",
    BACKUP_NEEDS_OWNER: "恢复需要数据库所有者的角色：请设置 DATABASE_OWNER_URL。",
    BACKUP_MIGRATIONS_NEWER: "这份备份的数据库版本（{migration}）比本程序新：请用制作它的版本或更新的版本恢复。",
    BACKUP_MIGRATIONS_OTHER: "这份备份含有本程序不认识的数据库变更 {migration}：它由另一个程序制作。",
    BACKUP_JOBS_NEWER: "这份备份的任务队列版本（{version}）比本程序新：请用制作它的版本或更新的版本恢复。",
  },
  en: {
    BACKUP_EXISTS: "{file} is there already and is not overwritten: give another name.",
    BACKUP_FOLDER_MISSING: "The folder of {file} is not there, or cannot be written to.",
    BACKUP_ABSENT: "There is no file {file}.",
    BACKUP_NOT_ONE: "{file} is no backup of Maple Bridge, or its beginning is damaged.",
    BACKUP_FORMAT_NEWER: "This backup was made by a newer version: restore it with that version or a later one.",
    BACKUP_PASSPHRASE_WRONG: "The passphrase does not fit, or the beginning of the backup is damaged.",
    BACKUP_PASSPHRASE_NEEDED:
      "The backup is encrypted and takes a passphrase: at the terminal, in a file (--passphrase-file), or in MAPLE_BACKUP_PASSPHRASE.",
    BACKUP_PASSPHRASE_SHORT: "A passphrase has at least {least} characters.",
    BACKUP_PASSPHRASES_DIFFER: "The two passphrases differ.",
    BACKUP_DAMAGED:
      "The backup is damaged, cut off or out of order at chunk {chunk} (about byte {offset}). Nothing was changed.",
    BACKUP_PART_DAMAGED:
      "In the backup, {part} is not what its hash or its count of rows says it is. Nothing was changed.",
    BACKUP_SERVER_RUNS: "The server is still connected to the database ({sessions} connections): stop it first.",
    BACKUP_LOCKS:
      "PostgreSQL has too little room for locks, and nothing was changed: set max_locks_per_transaction to 256, restart it, and restore again.",
    BACKUP_NEEDS_OWNER: "To restore takes the role that owns the database: set DATABASE_OWNER_URL.",
    BACKUP_MIGRATIONS_NEWER:
      "The database of this backup ({migration}) is newer than this program: restore it with the version that made it or a later one.",
    BACKUP_MIGRATIONS_OTHER:
      "This backup has a migration that this program does not know, {migration}: another program made it.",
    BACKUP_JOBS_NEWER:
      "The queue of jobs of this backup (version {version}) is newer than this program: restore it with the version that made it or a later one.",
  },
});
