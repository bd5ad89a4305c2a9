// A part of a ZIP archive, such as a workbook, read and replaced (APPNOTE.TXT, sections 4.3.6 to 4.3.16).
import { crc32, inflateRawSync } from "node:zlib";

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

interface Part {
  name: string;
  content: Buffer;
}

export function partsOf(archive: Buffer): Part[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const [method, size, name, extra, comment, local] = [10, 20, 28, 30, 32, 42].map((offset) =>
      offset === 20 || offset === 42 ? archive.readUInt32LE(at + offset) : archive.readUInt16LE(at + offset),
    ) as [number, number, number, number, number, number];
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(begin, begin + size);
    const part = { name: archive.toString("utf8", at + 46, at + 46 + name), content: method === 0 ? packed : inflateRawSync(packed) };
    at += 46 + name + extra + comment;
    return part;
  });
}

/** The parts as an archive in which nothing is compressed. */
export function archiveOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    entries.push(signed(CENTRAL, Buffer.from([20, 0])), common, entry, title);
    files.push(signed(LOCAL), common, title, content);
    at += 4 + common.length + title.length + content.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, directory, signed(END), end]);
}

function signed(signature: number, ...more: Buffer[]): Buffer {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  return Buffer.concat([mark, ...more]);
}
