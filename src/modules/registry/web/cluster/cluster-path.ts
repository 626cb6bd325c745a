export const clusterPath = (id: string): string => `/clusters/${id}`;
export const territoryPath = (id: string): string => `/territories/${id}`;
