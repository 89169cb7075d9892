export default function OrganisationsPage() {
  return <h1>…</h1>;
}
