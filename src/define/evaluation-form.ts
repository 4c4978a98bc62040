import {EvaluationForm} from '../components/evaluation-form/evaluation-form.js';

if (!customElements.get('held-evaluation-form')) customElements.define('held-evaluation-form', EvaluationForm);

declare global {
  interface HTMLElementTagNameMap {
    'held-evaluation-form': EvaluationForm;
  }
}
