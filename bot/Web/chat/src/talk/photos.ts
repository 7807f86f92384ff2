const LARGE = 1_000_000;
const LONGEST_EDGE = 2_048;
const QUALITY = 0.86;

/** Kinds of files the server takes; it looks into them itself. */
export const KINDS = "image/png,image/jpeg,image/gif,image/webp,image/heic,application/pdf,audio/*,video/mp4,video/quicktime,video/webm";

/** The largest upload the server takes, less what surrounds the files. */
export const MOST_BYTES = 4_194_304 - 65_536;

export const MOST_FILES = 10;

export function isTaken(file: File): boolean {
  return file.type === "" || /^(image\/(png|jpeg|gif|webp|heic|heif)|application\/pdf|audio\/.+|video\/(mp4|quicktime|webm))$/.test(file.type);
}

/** Makes a large photo smaller; everything else stays as it is. */
export async function smaller(file: File): Promise<File> {
  if (file.size <= LARGE || !/^image\/(png|jpeg|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file;
  }
}

/** Puts files together as far as one upload takes them. */
export function parcels(files: File[]): File[][] {
  const all: File[][] = [];
  let size = 0;
  for (const file of files) {
    const last = all.at(-1);
    if (last && size + file.size <= MOST_BYTES) {
      last.push(file);
      size += file.size;
    } else {
      all.push([file]);
      size = file.size;
    }
  }
  return all;
}

/** A size as people read it. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
