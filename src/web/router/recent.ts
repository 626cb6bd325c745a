export interface RecentItem {
  href: string;
  label: string;
  kind: string;
}

const place = 'clusterloom.recent';
const kept = 8;

export function recentItems(): RecentItem[] {
  try {
    const items: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(items) ? (items as RecentItem[]).slice(0, kept) : [];
  } catch {
    return [];
  }
}

export function rememberItem(item: RecentItem): void {
  const others = recentItems().filter((each) => each.href !== item.href);
  localStorage.setItem(place, JSON.stringify([item, ...others].slice(0, kept)));
}
