import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ignorePrograms } from './hands.ts';
import './styles/base.css';
import './styles/document.css';
import './styles/forms.css';
import './styles/cards.css';
import './styles/screens.css';
import './styles/money.css';
import './styles/options.css';
import './styles/answers.css';
import './styles/print.css';

const place = document.getElementById('app');
if (place) {
  ignorePrograms();
  place.replaceChildren();
  createRoot(place).render(<App />);
}
