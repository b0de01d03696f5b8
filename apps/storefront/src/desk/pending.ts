import { useNavigation } from 'react-router';

/** Whether this very button's form is on its way: its name stays, only its state is told. */
export function useIsSending(intent?: string): boolean {
  const { state, formData } = useNavigation();
  if (state === 'idle' || !formData) return false;
  return intent === undefined || formData.get('intent') === intent;
}
