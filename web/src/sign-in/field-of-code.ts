/** Which field a refusal is about, in a form with an address and a new password of this name. */
export function fieldOfPassword(password: string): Record<string, string> {
  return {
    'email-invalid': 'email',
    'email-look-alike': 'email',
    'account-exists': 'email',
    'password-too-short': password,
    'password-too-long': password,
    'password-common': password,
    'password-personal': password,
  };
}
