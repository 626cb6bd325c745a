/** The door of the registry's pages: pieces that rooms below it show. */
export { CountryMap } from './territory/CountryMap.tsx';
export { useMapView } from './territory/use-map-view.ts';
