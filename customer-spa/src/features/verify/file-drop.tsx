import { useState } from 'react';

/** A place for a file, by choosing or by dropping it. The file is read here and sent nowhere. */
export function FileDrop({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file && !isBusy) onFile(file);
  };
  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label htmlFor="file">The PDF to check</label>
      <p className="hint" id="file-hint">
        Choose it, or drop it here. The file stays on your device; only its fingerprint, 64 digits, is sent.
      </p>
      <input
        id="file"
        type="file"
        accept="application/pdf,.pdf"
        aria-describedby="file-hint"
        // the same file can be chosen again after it was changed
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  );
}
