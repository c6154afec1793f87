/** The pages made for a phone stand under this address, in a bundle of their own. */
export const phoneHome = "/m";

export const isOnPhonePages = (path: string) => path === phoneHome || path.startsWith(`${phoneHome}/`);

interface Comer {
  memberId?: string | null;
  roles: readonly { role: string }[];
}

/** Whoever works in the field and commands nobody: members with no other role than that. */
export const isFieldMember = ({ memberId, roles }: Comer) =>
  Boolean(memberId) && roles.every(({ role }) => role === "MEMBER");
