export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 7h18M3 17h18M7 3v18M17 3v18" fill="none" stroke="var(--brand-text)" strokeWidth="2" />
      <circle cx="12" cy="12" r="3.2" fill="var(--brand-text)" />
    </svg>
  );
}
