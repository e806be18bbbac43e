type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export type GridAct = 'ADD' | 'DUPLICATE' | 'MOVE_UP' | 'MOVE_DOWN' | 'REMOVE' | 'GO_UP' | 'GO_DOWN';

/** What a key does in a cell of a grid. Arrows leave a select alone, which they belong to. */
export function gridAct(key: Key, inSelect: boolean): GridAct | null {
  const command = key.ctrlKey || key.metaKey;
  if (key.altKey && !command) {
    if (key.key === 'ArrowUp') return 'MOVE_UP';
    return key.key === 'ArrowDown' ? 'MOVE_DOWN' : null;
  }
  if (command && key.key.toLowerCase() === 'd' && !key.shiftKey) return 'DUPLICATE';
  if (command && (key.key === 'Delete' || key.key === 'Backspace') && key.shiftKey) return 'REMOVE';
  if (command || key.shiftKey) return null;
  if (key.key === 'Enter') return 'ADD';
  if (inSelect) return null;
  if (key.key === 'ArrowUp') return 'GO_UP';
  return key.key === 'ArrowDown' ? 'GO_DOWN' : null;
}

/** 1 for redo, -1 for undo, null for any other key. */
export function historyStep(key: Key): 1 | -1 | null {
  if (!(key.ctrlKey || key.metaKey) || key.altKey) return null;
  if (key.key.toLowerCase() === 'y') return 1;
  if (key.key.toLowerCase() !== 'z') return null;
  return key.shiftKey ? 1 : -1;
}
