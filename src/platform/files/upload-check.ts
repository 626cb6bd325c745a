/** What somebody wants to store. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/** Why it may not be stored: a reason of the room that stores it. */
export interface UploadFault {
  reason: string;
  params?: Record<string, string | number>;
}

/** Looks at an upload before anything of it is written. */
export type UploadCheck = (upload: Upload) => UploadFault | null | Promise<UploadFault | null>;
