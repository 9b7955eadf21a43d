<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</source>
        <translation>Von Ollama, LM Studio, vLLM, dem Server von llama.cpp oder einem Anbieter mit der Schnittstelle von OpenAI. Was du in Chats mit seinen Modellen schreibst, wird dorthin gesendet.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>Schlüssel, falls einer verlangt wird</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems; wo es keinen gibt, bis Canter endet. $NAME nimmt ihn aus dieser Variablen.</translation>
    </message>
    <message>
        <source>Key file and certificates</source>
        <translation>Schlüsseldatei und Zertifikate</translation>
    </message>
    <message>
        <source>File whose first line is the key</source>
        <translation>Datei, deren erste Zeile der Schlüssel ist</translation>
    </message>
    <message>
        <source>Certificates to trust there (PEM file)</source>
        <translation>Zertifikate, denen dort vertraut wird (PEM-Datei)</translation>
    </message>
    <message>
        <source>Add and open</source>
        <translation>Hinzufügen und öffnen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Nach Modellen suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>Neu antworten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue and leave out the oldest</source>
        <translation>Fortsetzen und Älteste weglassen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Branch from here into a new chat</source>
        <translation>Von hier in einen neuen Chat abzweigen</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>This run was started with a theme of its own. The choice is for the next.</source>
        <translation>Diesmal wurde mit einem eigenen Farbschema gestartet. Die Auswahl gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>This run was started in a language of its own. The choice is for the next.</source>
        <translation>Diesmal wurde in einer eigenen Sprache gestartet. Die Auswahl gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung verringern</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>“%1” is larger than %2; attach a part of it</source>
        <translation>„%1“ ist größer als %2; hänge einen Teil davon an</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>“%1” is a picture, and no model here sees pictures; say in words what is in it</source>
        <translation>„%1“ ist ein Bild, und kein Modell hier sieht Bilder; beschreibe in Worten, was darauf ist</translation>
    </message>
    <message>
        <source>“%1” is not text; text, PDF, DOCX and ODT files can be attached</source>
        <translation>„%1“ ist kein Text; anhängen lassen sich Text-, PDF-, DOCX- und ODT-Dateien</translation>
    </message>
    <message>
        <source>“%1” is no file; choose a file with text</source>
        <translation>„%1“ ist keine Datei; wähle eine Datei mit Text</translation>
    </message>
    <message>
        <source>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</source>
        <translation>„%1“ ist kein Dokument, das Canter liest; anhängen lassen sich Text-, PDF-, DOCX- und ODT-Dateien</translation>
    </message>
    <message>
        <source>“%1” has no text in it</source>
        <translation>„%1“ enthält keinen Text</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read; save it anew</source>
        <translation>„%1“ ist beschädigt und nicht lesbar; speichere die Datei neu</translation>
    </message>
    <message>
        <source>“%1” asks for a password; save a copy without one</source>
        <translation>„%1“ verlangt ein Passwort; speichere eine Kopie ohne</translation>
    </message>
    <message>
        <source>“%1” is a PDF, which this build of Canter does not read; save it as text</source>
        <translation>„%1“ ist ein PDF, das diese Ausgabe von Canter nicht liest; speichere es als Text</translation>
    </message>
    <message>
        <source>“%1” has no text, only pictures of its pages; have a text recognition program read it first</source>
        <translation>„%1“ enthält keinen Text, nur Bilder der Seiten; ein Programm zur Texterkennung macht Text daraus</translation>
    </message>
</context>
<context>
    <name>AttachmentChips</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Summarizing “%1”…</source>
        <translation>„%1“ wird zusammengefasst …</translation>
    </message>
    <message>
        <source>Summarizing “%1”: part %2 of %3</source>
        <translation>„%1“ wird zusammengefasst: Teil %2 von %3</translation>
    </message>
</context>
<context>
    <name>AttachmentView</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Hides what is in the file</source>
        <translation>Blendet den Inhalt der Datei aus</translation>
    </message>
    <message>
        <source>Shows what is in the file</source>
        <translation>Zeigt den Inhalt der Datei</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Hide the catalogue</source>
        <translation>Katalog ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n model(s) of the catalogue</source>
        <translation>
            <numerusform>%n Modell des Katalogs zeigen</numerusform>
            <numerusform>Alle %n Modelle des Katalogs zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for a newer catalogue</source>
        <translation>Nach einem neueren Katalog suchen</translation>
    </message>
    <message>
        <source>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</source>
        <translation>Er wird erst geholt, wenn du hier drückst, und gilt nur mit der Unterschrift der Hersteller von Canter.</translation>
    </message>
</context>
<context>
    <name>ChatDocument</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Angehängt: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Von Hand bearbeitet</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ChatOptions</name>
    <message>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>Vom Modell</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Settings of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>You are a patient teacher.</source>
        <translation>Du bist eine geduldige Lehrerin.</translation>
    </message>
    <message>
        <source>Tells the model who it is, before all that is said.</source>
        <translation>Sagt dem Modell vor allem anderen, wer es ist.</translation>
    </message>
    <message>
        <source>Higher is more surprising. The server decides until you change it.</source>
        <translation>Höher ist überraschender. Bis du den Wert änderst, entscheidet der Server.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Higher is more surprising.</source>
        <translation>Höher ist überraschender.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share.</source>
        <translation>Nur die wahrscheinlichsten Wörter, die zusammen diesen Anteil erreichen.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words with this share of the likeliest one&apos;s chance.</source>
        <translation>Nur Wörter mit mindestens diesem Anteil an der Wahrscheinlichkeit des wahrscheinlichsten.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words; 0 for all.</source>
        <translation>Nur so viele der wahrscheinlichsten Wörter; 0 für alle.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Wiederholungsmalus</translation>
    </message>
    <message>
        <source>1 is none; more makes repeated words less likely.</source>
        <translation>1 bedeutet keinen; höhere Werte machen Wiederholungen seltener.</translation>
    </message>
    <message>
        <source>In tokens; empty for no limit.</source>
        <translation>In Token; leer für unbegrenzt.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed draws the same answer again; empty for another each time.</source>
        <translation>Derselbe Startwert ergibt dieselbe Antwort; leer für jedes Mal eine andere.</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Für neue Chats verwenden</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Mark drafted words in answers</source>
        <translation>Vorausgeratene Wörter in Antworten markieren</translation>
    </message>
    <message>
        <source>Greedy: always the likeliest word.</source>
        <translation>Deterministisch (greedy): immer das wahrscheinlichste Wort.</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Maximale Länge</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>%1 · shown as code</source>
        <translation>%1 · als Code gezeigt</translation>
    </message>
    <message>
        <source>Long lines as they are</source>
        <translation>Lange Zeilen nicht umbrechen</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei speichern</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Chats durchsuchen</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Undo the last deletion</source>
        <translation>Letztes Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Answer anew</source>
        <translation>Neu antworten</translation>
    </message>
    <message>
        <source>Turn acceleration on or off</source>
        <translation>Beschleunigung ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Tune an adapter</source>
        <translation>Adapter abstimmen</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>Zum Chat</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>Zu Vergleichen</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>Zu Modelle</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Modelle holen</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Zu Einstellungen</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>Zum Papierkorb</translation>
    </message>
    <message>
        <source>Fold or show the sidebar</source>
        <translation>Seitenleiste ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Text größer</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Text kleiner</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste der Tasten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>New folder for chats</source>
        <translation>Neuer Ordner für Chats</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Chats importieren</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Diesen Chat duplizieren</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>Diesen Chat in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>Diesen Chat als Markdown exportieren</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>Diesen Chat als JSON exportieren</translation>
    </message>
    <message>
        <source>Save this chat as PDF</source>
        <translation>Diesen Chat als PDF speichern</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>Diesen Chat drucken</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</source>
        <translation>Derselbe Prompt, normal und beschleunigt beantwortet. Die Wörter bleiben gleich; sieh, wie viel früher sie da sind.</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Startmodell verwenden</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Abstimmen …</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Beschleunigt</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Earlier comparisons</source>
        <translation>Frühere Vergleiche</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The comparison is deleted</source>
        <translation>Der Vergleich wurde gelöscht</translation>
    </message>
</context>
<context>
    <name>CompareSettings</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>At random, both ways with the same numbers</source>
        <translation>Per Zufall, auf beide Arten mit denselben Zufallszahlen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message numerus="yes">
        <source>At most %n token(s)</source>
        <translation>
            <numerusform>Höchstens %n Token</numerusform>
            <numerusform>Höchstens %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Deterministisch (greedy)</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Gezogen</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Maximale Länge</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n Prompt</numerusform>
            <numerusform>%n Prompts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>Tune adapter…</source>
        <translation>Adapter abstimmen …</translation>
    </message>
    <message>
        <source>Accelerate</source>
        <translation>Beschleunigen</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Abstimmen …</translation>
    </message>
    <message>
        <source>Make an adapter for this model</source>
        <translation>Einen Adapter für dieses Modell erstellen</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Opened so far: %1</source>
        <translation>Bisher geöffnet: %1</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Geschwindigkeit: %1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Alle Modelle …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The model of this chat. It opens with your next message.</source>
        <translation>Das Modell dieses Chats. Es öffnet sich mit deiner nächsten Nachricht.</translation>
    </message>
</context>
<context>
    <name>ComputingSection</name>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>More answer faster, up to the cores there are; fewer leave room for other programs.</source>
        <translation>Mehr antworten schneller, so weit die Kerne reichen; weniger lassen anderen Programmen Platz.</translation>
    </message>
    <message numerus="yes">
        <source>This run was started with %n thread(s). The choice is for the next.</source>
        <translation>
            <numerusform>Diesmal wurde mit %n Thread gestartet. Die Auswahl gilt ab dem nächsten Start.</numerusform>
            <numerusform>Diesmal wurde mit %n Threads gestartet. Die Auswahl gilt ab dem nächsten Start.</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automatisch (%1)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</source>
        <translation>Das Gedächtnis des Modells für einen Chat wird gerundet, damit längere Chats hineinpassen. Antworten können hin und wieder in einem Wort abweichen.</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is kept as it was computed.</source>
        <translation>Das Gedächtnis des Modells für einen Chat bleibt so, wie es berechnet wurde.</translation>
    </message>
    <message>
        <source>Exact (F32)</source>
        <translation>Exakt (F32)</translation>
    </message>
    <message>
        <source>Half the memory (F16)</source>
        <translation>Halber Speicher (F16)</translation>
    </message>
    <message>
        <source>A quarter of the memory (Q8_0)</source>
        <translation>Ein Viertel des Speichers (Q8_0)</translation>
    </message>
    <message>
        <source>Applies after the running answer.</source>
        <translation>Gilt nach der laufenden Antwort.</translation>
    </message>
    <message>
        <source>A change applies after the running answer.</source>
        <translation>Eine Änderung gilt nach der laufenden Antwort.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>Chat memory (KV cache)</source>
        <translation>Chat-Speicher (KV-Cache)</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Kontextlänge</translation>
    </message>
    <message>
        <source>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</source>
        <translation>Wie viel von einem Chat ein Modell höchstens liest. Ein kürzerer Kontext braucht weniger Arbeitsspeicher; Modelle, die weniger lesen können, werden nicht gestreckt.</translation>
    </message>
    <message>
        <source>As the model can</source>
        <translation>Soviel das Modell kann</translation>
    </message>
    <message>
        <source>%L1 tokens</source>
        <translation>%L1 Token</translation>
    </message>
    <message>
        <source>Chats kept ready</source>
        <translation>Bereitgehaltene Chats</translation>
    </message>
    <message>
        <source>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</source>
        <translation>Speicher, in dem Chats so bleiben, wie das Modell sie gelesen hat, damit einer, zu dem Sie zurückkehren, nicht noch einmal gelesen wird. Was am längsten nicht benutzt wurde, geht zuerst.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The last one alone</source>
        <translation>Nur der letzte</translation>
    </message>
    <message>
        <source>%L1 GB</source>
        <translation>%L1 GB</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>Titel des Chats</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Als Markdown exportieren …</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren …</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>In einen Ordner …</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Aus dem Ordner heraus</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Your data</source>
        <translation>Deine Daten</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>Datenordner: %1</translation>
    </message>
    <message>
        <source>Chats and settings: %1</source>
        <translation>Chats und Einstellungen: %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but the names of models that you search for or get.</source>
        <translation>Nichts verlässt diesen Computer außer den Namen von Modellen, die du suchst oder holst.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren …</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>Alles liegt in %1</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>Chats importieren …</translation>
    </message>
    <message>
        <source>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</source>
        <translation>Aus ChatGPT, Claude, LM Studio, Jan, Open WebUI oder Canter; was schon da ist, kommt nicht noch einmal dazu.</translation>
    </message>
</context>
<context>
    <name>DefaultModelRow</name>
    <message>
        <source>Default model</source>
        <translation>Standardmodell</translation>
    </message>
    <message>
        <source>Opens when Canter starts, and new chats begin with it.</source>
        <translation>Öffnet sich beim Start von Canter, und neue Chats beginnen damit.</translation>
    </message>
    <message>
        <source>The last one used</source>
        <translation>Das zuletzt benutzte</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Getting %1</source>
        <translation>%1 wird geholt</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Token eingeben …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1: %2 percent are here</source>
        <translation>%1: %2 Prozent sind da</translation>
    </message>
</context>
<context>
    <name>DownloadsSection</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>earlier text %L1</source>
        <translation>früherer Text %L1</translation>
    </message>
    <message>
        <source>words seen before %L1</source>
        <translation>schon gesehene Wörter %L1</translation>
    </message>
    <message>
        <source>trained masks %L1</source>
        <translation>trainierte Masken %L1</translation>
    </message>
    <message>
        <source>trained head %L1</source>
        <translation>trainierter Kopf %L1</translation>
    </message>
    <message>
        <source>the model&apos;s own head %L1</source>
        <translation>Kopf des Modells %L1</translation>
    </message>
    <message>
        <source>another model %L1</source>
        <translation>anderes Modell %L1</translation>
    </message>
    <message>
        <source>Guessed right: %L1 of %L2 tokens</source>
        <translation>Richtig geraten: %L1 von %L2 Token</translation>
    </message>
    <message>
        <source>some by several sources</source>
        <translation>manche aus mehreren Quellen</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>Vorausgeraten: %1 Zeilen pro Schritt, richtig je Tiefe: %2</translation>
    </message>
    <message>
        <source>Time: %1 for drafting, %2 for checking</source>
        <translation>Zeit: %1 fürs Vorausraten, %2 fürs Prüfen</translation>
    </message>
</context>
<context>
    <name>DraftModelChoice</name>
    <message>
        <source>Drafts from</source>
        <translation>Entwürfe von</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>keinem anderen Modell</translation>
    </message>
    <message>
        <source>Drafts from %1</source>
        <translation>Entwürfe von %1</translation>
    </message>
    <message>
        <source>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</source>
        <translation>Ein viel kleineres Modell mit demselben Vokabular kann für dieses entwerfen. Antworten bleiben gleich und kommen früher, wo es gut rät.</translation>
    </message>
    <message>
        <source>No other model</source>
        <translation>Kein anderes Modell</translation>
    </message>
</context>
<context>
    <name>DuplicatesSection</name>
    <message>
        <source>There twice</source>
        <translation>Doppelt vorhanden</translation>
    </message>
    <message>
        <source>Comparing files of one size…</source>
        <translation>Dateien gleicher Größe werden verglichen …</translation>
    </message>
    <message>
        <source>Programs bring models each for itself. Canter compares the files above and says which are the same.</source>
        <translation>Jedes Programm holt seine Modelle für sich. Canter vergleicht die Dateien oben und sagt, welche gleich sind.</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Nach Doppelten suchen</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</source>
        <translation>Ein größeres Modell weiß mehr. Canter findet drei, die zu diesem Computer passen; oder öffne eine GGUF-Datei oder lege sie hier ab.</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Modell holen …</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen …</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Beschleunigt</translation>
    </message>
    <message>
        <source>%1: plain %2, accelerated %3</source>
        <translation>%1: normal %2, beschleunigt %3</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop a model to open it, exported chats to import them, or a file to write about it</source>
        <translation>Ein Modell ablegen, um es zu öffnen, exportierte Chats, um sie zu importieren, oder eine Datei, um darüber zu schreiben</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>Folder with %n chat(s)</source>
        <translation>
            <numerusform>Ordner mit %n Chat</numerusform>
            <numerusform>Ordner mit %n Chats</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>Ordner löschen, Chats behalten</translation>
    </message>
</context>
<context>
    <name>FolderSection</name>
    <message>
        <source>Where models are kept</source>
        <translation>Wo Modelle liegen</translation>
    </message>
    <message>
        <source>Folder for models: %1</source>
        <translation>Ordner für Modelle: %1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>Use Canter&apos;s own folder</source>
        <translation>Canters eigenen Ordner nehmen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that you got lie in another folder.</source>
        <translation>
            <numerusform>%n geholtes Modell liegt in einem anderen Ordner.</numerusform>
            <numerusform>%n geholte Modelle liegen in einem anderen Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another folder is for what you get from then on. What is there already stays where it is until you move it.</source>
        <translation>Ein anderer Ordner gilt für das, was du von da an holst. Was schon da ist, bleibt, wo es ist, bis du es verschiebst.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Hierher verschieben</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Put %1 into the list</source>
        <translation>%1 in die Liste aufnehmen</translation>
    </message>
</context>
<context>
    <name>FoundModels</name>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Computer gefunden</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</source>
        <translation>Keine weiteren Modelle gefunden. Ein Modell ist eine GGUF-Datei oder ein Ordner mit safetensors-Dateien; du kannst eines von einem beliebigen Ort hinzufügen.</translation>
    </message>
    <message>
        <source>Canter looked in:</source>
        <translation>Canter hat hier gesucht:</translation>
    </message>
</context>
<context>
    <name>GetButton</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>GetModelsPage</name>
    <message>
        <source>Get models</source>
        <translation>Modelle holen</translation>
    </message>
    <message>
        <source>All your models</source>
        <translation>Alle deine Modelle</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, not identical, %2</source>
        <translation>%1, nicht identisch, %2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>HubModelCard</name>
    <message>
        <source>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</source>
        <translation>Die Hersteller verlangen, dass du zuerst auf huggingface.co Bedingungen annimmst, und dein Zugangstoken (siehe unten).</translation>
    </message>
    <message>
        <source>Fewer sizes</source>
        <translation>Weniger Größen</translation>
    </message>
    <message numerus="yes">
        <source>%n more size(s)</source>
        <translation>
            <numerusform>%n weitere Größe</numerusform>
            <numerusform>%n weitere Größen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide its card</source>
        <translation>Beschreibung ausblenden</translation>
    </message>
    <message>
        <source>Read its card</source>
        <translation>Beschreibung lesen</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Search Hugging Face</source>
        <translation>Hugging Face durchsuchen</translation>
    </message>
    <message>
        <source>A model&apos;s name, as in “granite 2b”</source>
        <translation>Name eines Modells, etwa „granite 2b“</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>Suche nach „%1“ …</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Try fewer or other words.</source>
        <translation>Zu „%1“ wurde nichts gefunden. Versuche weniger oder andere Wörter.</translation>
    </message>
    <message>
        <source>What you type is sent to huggingface.co when you press Enter, and nothing else.</source>
        <translation>Was du eintippst, geht an huggingface.co, wenn du die Eingabetaste drückst, und sonst nichts.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>Zum Neuesten</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>Neue Zeile beginnen</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Bring back an earlier question</source>
        <translation>Eine frühere Frage zurückholen</translation>
    </message>
    <message>
        <source>Rename the chat in the list</source>
        <translation>Den Chat in der Liste umbenennen</translation>
    </message>
    <message>
        <source>Move the chat in the list to the trash</source>
        <translation>Den Chat in der Liste in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>Its turn comes next</source>
        <translation>Ist als Nächstes an der Reihe</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>as it just was</source>
        <translation>Wiederholung</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>This link cannot be opened here</source>
        <translation>Dieser Link kann hier nicht geöffnet werden</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>Er führt zu %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Close without saving?</source>
        <translation>Schließen, ohne zu speichern?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</source>
        <translation>
            <numerusform>%n Nachricht konnte nicht auf die Platte geschrieben werden und ginge verloren. Canter versucht es weiter: Sobald Platz da ist, wird sie gespeichert.</numerusform>
            <numerusform>%n Nachrichten konnten nicht auf die Platte geschrieben werden und gingen verloren. Canter versucht es weiter: Sobald Platz da ist, werden sie gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Canter open</source>
        <translation>Canter offen lassen</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Schließen und verlieren</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the chats</source>
        <translation>Chats anzeigen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Prompts to learn from</source>
        <translation>Prompts zum Lernen</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl)</source>
        <translation>Prompts (*.jsonl)</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Export the chat</source>
        <translation>Chat exportieren</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>Prompts zum Vergleichen</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>Modellordner hinzufügen</translation>
    </message>
    <message>
        <source>A folder for models</source>
        <translation>Ordner für Modelle</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Code speichern</translation>
    </message>
    <message>
        <source>Exported chats (*.json *.jsonl)</source>
        <translation>Exportierte Chats (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Chats importieren</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit the message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>What was said before stays as another version.</source>
        <translation>Das bisher Gesagte bleibt als andere Version erhalten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>The model&apos;s context is full with this turn alone. Ask for less at a time, or open a model with a longer context.</source>
        <translation>Schon diese Frage mit ihrer Antwort füllt den Kontext des Modells. Frage weniger auf einmal, oder öffne ein Modell mit längerem Kontext.</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>%1 per step</source>
        <translation>%1 pro Schritt</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>erstes Token nach %1 s</translation>
    </message>
    <message>
        <source>Answer: %1 tokens in %2 steps</source>
        <translation>Antwort: %1 Token in %2 Schritten</translation>
    </message>
    <message>
        <source>Altogether: %1 s</source>
        <translation>Insgesamt: %1 s</translation>
    </message>
    <message>
        <source>Ended by your token limit</source>
        <translation>Von deiner Token-Grenze beendet</translation>
    </message>
    <message>
        <source>The model&apos;s context is full</source>
        <translation>Der Kontext des Modells ist voll</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted when Canter ended</source>
        <translation>Unterbrochen, als Canter endete</translation>
    </message>
    <message>
        <source>The answer failed</source>
        <translation>Die Antwort ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Being written by another window</source>
        <translation>Wird gerade in einem anderen Fenster geschrieben</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, read in %2 s</source>
        <translation>Prompt: %1 Token, in %2 s gelesen</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</source>
        <translation>Prompt: %1 Token, davon %2 schon bekannt, der Rest in %3 s gelesen</translation>
    </message>
    <message>
        <source>Read from its beginning</source>
        <translation>Von Anfang an gelesen</translation>
    </message>
    <message>
        <source>Went on where the last answer ended</source>
        <translation>Am Ende der letzten Antwort weitergelesen</translation>
    </message>
    <message>
        <source>Went back to where it parts from the text before</source>
        <translation>Zurückgegangen bis dahin, wo sie vom vorigen Text abweicht</translation>
    </message>
    <message>
        <source>Went back to a state that was kept, and read on from there</source>
        <translation>Zu einem aufgehobenen Zustand zurückgegangen und von dort weitergelesen</translation>
    </message>
    <message>
        <source>Read again from its beginning, since nothing that early was kept</source>
        <translation>Noch einmal von Anfang an gelesen, weil nichts so Frühes aufgehoben war</translation>
    </message>
    <message>
        <source>Read again from its beginning, as this model must when a text gets long</source>
        <translation>Noch einmal von Anfang an gelesen, wie es dieses Modell bei langem Text verlangt</translation>
    </message>
    <message>
        <source>tuned here, no. %1</source>
        <translation>hier abgestimmt, Nr. %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adapter: %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>Wann: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Von Hand bearbeitet</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Anderes Modell öffnen …</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Startmodell verwenden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Verwendung</translation>
    </message>
    <message>
        <source>Try the adapter</source>
        <translation>Adapter ausprobieren</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Abstimmen …</translation>
    </message>
    <message>
        <source>Make an adapter for %1</source>
        <translation>Einen Adapter für %1 erstellen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>Datei noch einmal prüfen</translation>
    </message>
    <message>
        <source>Delete from the disk…</source>
        <translation>Vom Datenträger löschen …</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Get models…</source>
        <translation>Modelle holen …</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Adresse hinzufügen …</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Good at: %1</source>
        <translation>Gut für: %1</translation>
    </message>
    <message>
        <source>But: %1</source>
        <translation>Aber: %1</translation>
    </message>
</context>
<context>
    <name>OverfullBanner</name>
    <message>
        <source>Leave out the oldest</source>
        <translation>Älteste weglassen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>Den Anfang behalten</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>Einen Teil wählen …</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>“%1” is off the list; its file stays</source>
        <translation>„%1“ ist nicht mehr in der Liste; die Datei bleibt erhalten</translation>
    </message>
    <message>
        <source>“%1” is off the list</source>
        <translation>„%1“ ist nicht mehr in der Liste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” is here</source>
        <translation>„%1“ ist da</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1, not identical</source>
        <translation>%1, nicht identisch</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>About %1 tokens; %2 fit.</source>
        <translation>Etwa %1 Token; %2 passen.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Which part of “%1”?</source>
        <translation>Welcher Teil von „%1“?</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>Von Seite</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>to page</source>
        <translation>bis Seite</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>von %L1</translation>
    </message>
    <message>
        <source>Take this part</source>
        <translation>Diesen Teil nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Another program on this computer answers, at %1.</source>
        <translation>Ein anderes Programm auf diesem Computer antwortet: %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer: it goes to %1.</source>
        <translation>Was du schreibst, verlässt diesen Computer: Es geht an %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer, unencrypted: it goes to %1.</source>
        <translation>Was du schreibst, verlässt diesen Computer unverschlüsselt: Es geht an %1.</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Voreinstellung löschen</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Name einer neuen Voreinstellung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>One prompt</source>
        <translation>Ein Prompt</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>Prompt-Sammlung</translation>
    </message>
    <message>
        <source>Write a prompt that both answer</source>
        <translation>Schreibe einen Prompt, den beide beantworten</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>Eine Unterhaltung pro Zeile, als JSON</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n Prompt</numerusform>
            <numerusform>%n Prompts</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them that fit the model are answered both ways.</source>
        <translation>Die ersten davon, die ins Modell passen, werden auf beide Arten beantwortet.</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</source>
        <translation>Fragen, Texte, Code und Listen. Adapter lernen aus anderen Prompts, soweit die Zeit dafür reicht.</translation>
    </message>
    <message>
        <source>One after the other, so that neither slows the other. Then both are shown from the same start.</source>
        <translation>Nacheinander, damit sich beide nicht gegenseitig bremsen. Danach werden beide vom selben Start an gezeigt.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run (Ctrl+Enter)</source>
        <translation>Ausführen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Mitgeliefert</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Delete with what follows</source>
        <translation>Mit allem Folgenden löschen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>Token im Zeitverlauf</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>Zeit pro Token</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>noch kein Adapter für dieses Modell</translation>
    </message>
    <message>
        <source>no drafts just now</source>
        <translation>gerade keine Entwürfe</translation>
    </message>
</context>
<context>
    <name>RecommendedSection</name>
    <message>
        <source>For this computer</source>
        <translation>Für diesen Computer</translation>
    </message>
    <message>
        <source>Measuring how quickly this computer reads its memory…</source>
        <translation>Es wird gemessen, wie schnell dieser Computer seinen Speicher liest …</translation>
    </message>
    <message>
        <source>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</source>
        <translation>Kein Modell des Katalogs passt in den freien Speicher. Schließe andere Programme und sieh noch einmal nach.</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n Min.</numerusform>
            <numerusform>%n Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month as in &quot;3 May&quot;; see QLocale::toString for the letters</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</source>
        <translation>Die Datei wird endgültig gelöscht und nicht in den Papierkorb gelegt (%1). Deine Chats damit bleiben.</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>Messwerte als Tabelle speichern</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Save everything, with the time of each token</source>
        <translation>Alles speichern, mit der Zeit jedes Tokens</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save a picture of the result</source>
        <translation>Ergebnis als Bild speichern</translation>
    </message>
    <message>
        <source>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</source>
        <translation>Nacheinander gemessen, damit sich beide nicht gegenseitig bremsen. Beide haben den Prompt ab dem ersten Wort gelesen.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>Chats durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Chats found</source>
        <translation>Gefundene Chats</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
</context>
<context>
    <name>ServerModels</name>
    <message>
        <source>Look for a model</source>
        <translation>Modell suchen</translation>
    </message>
    <message>
        <source>Models at this address</source>
        <translation>Modelle an dieser Adresse</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</source>
        <translation>Editoren, Skripte und andere Chat-Fenster auf diesem Computer können es so fragen, wie sie OpenAI oder Ollama fragen würden. Kein anderer Computer und keine Webseite kann das.</translation>
    </message>
    <message>
        <source>Let other programs use the open model</source>
        <translation>Andere Programme das geöffnete Modell nutzen lassen</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Starts as soon as a model is open.</source>
        <translation>Startet, sobald ein Modell geöffnet ist.</translation>
    </message>
    <message>
        <source>The model is called %1 there. No key is needed.</source>
        <translation>Das Modell heißt dort %1. Ein Schlüssel ist nicht nötig.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Canter</translation>
    </message>
    <message>
        <source>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</source>
        <translation>Canter %1. Freie Software unter der GNU General Public License, Version 3. Ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>Hier werden deine Chats aufgelistet.</translation>
    </message>
    <message>
        <source>No chat has “%1”. Try fewer or shorter words.</source>
        <translation>Kein Chat enthält „%1“. Versuche weniger oder kürzere Wörter.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
</context>
<context>
    <name>SidebarStrip</name>
    <message>
        <source>Show the chats</source>
        <translation>Chats anzeigen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 slower</source>
        <translation>%1 langsamer</translation>
    </message>
</context>
<context>
    <name>SpeedupBars</name>
    <message>
        <source>Prompts by speed-up</source>
        <translation>Prompts nach Beschleunigung</translation>
    </message>
    <message numerus="yes">
        <source>From %1: %n prompt(s)</source>
        <translation>
            <numerusform>Ab %1: %n Prompt</numerusform>
            <numerusform>Ab %1: %n Prompts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepGauge</name>
    <message>
        <source>Tokens of the last steps: %1</source>
        <translation>Token der letzten Schritte: %1</translation>
    </message>
</context>
<context>
    <name>ThinkingChoice</name>
    <message>
        <source>Thinking before the answer</source>
        <translation>Nachdenken vor der Antwort</translation>
    </message>
</context>
<context>
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>Denkt nach</translation>
    </message>
</context>
<context>
    <name>ThinkingLevel</name>
    <message>
        <source>Think</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>Nachdenken: %1</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers</source>
        <translation>Wie viel das Modell vor der Antwort nachdenkt</translation>
    </message>
</context>
<context>
    <name>ThinkingSwitch</name>
    <message>
        <source>Think</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>The model thinks before it answers</source>
        <translation>Das Modell denkt nach, bevor es antwortet</translation>
    </message>
</context>
<context>
    <name>ThinkingWishes</name>
    <message>
        <source>As the model does</source>
        <translation>Wie das Modell</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>Wenig</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>Viel</translation>
    </message>
</context>
<context>
    <name>ThoughtView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>%1 nachgedacht</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <translation>Denkt nach… %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach…</translation>
    </message>
    <message>
        <source>Hides what the model thought</source>
        <translation>Blendet aus, was das Modell gedacht hat</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>Zeigt, was das Modell gedacht hat</translation>
    </message>
    <message>
        <source>Copy what the model thought</source>
        <translation>Kopieren, was das Modell gedacht hat</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>Das Abstimmen von %1 endete vorzeitig</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>„%1“ liegt im Papierkorb</translation>
    </message>
    <message>
        <source>The folder “%1” is deleted, its chats are not</source>
        <translation>Der Ordner „%1“ ist gelöscht, seine Chats nicht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 exportiert</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>Neuesten öffnen</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access token for %1</source>
        <translation>Zugangstoken für %1</translation>
    </message>
    <message>
        <source>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</source>
        <translation>Nimm zuerst die Bedingungen auf der Seite des Modells an. Einen Token legst du dort in den Einstellungen deines Kontos an; einer, der nur lesen darf, genügt.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</source>
        <translation>Der Token liegt im Schlüsselbund des Systems; wo es keinen gibt, bis Canter endet. Nur %1 bekommt ihn zu sehen.</translation>
    </message>
    <message>
        <source>Keep it and go on</source>
        <translation>Behalten und weiter</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>TokenSection</name>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Enter another…</source>
        <translation>Anderen eingeben …</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Token eingeben …</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>„%1“ endgültig löschen?</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
    <message>
        <source>This cannot be undone. An export keeps a copy.</source>
        <translation>Das kann nicht rückgängig gemacht werden. Ein Export bewahrt eine Kopie.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete all that is in the trash for good?</source>
        <translation>Alles im Papierkorb endgültig löschen?</translation>
    </message>
    <message>
        <source>What you delete stays here until you restore it or delete it for good.</source>
        <translation>Was du löschst, bleibt hier, bis du es wiederherstellst oder endgültig löschst.</translation>
    </message>
    <message>
        <source>The trash is empty. Chats and messages that you delete can be restored from here.</source>
        <translation>Der Papierkorb ist leer. Gelöschte Chats und Nachrichten lassen sich von hier wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>TuningChart</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Token pro Schritt</translation>
    </message>
    <message>
        <source>Loss and tokens per step</source>
        <translation>Verlust und Token pro Schritt</translation>
    </message>
</context>
<context>
    <name>TuningLine</name>
    <message>
        <source>Tuning %1</source>
        <translation>%1 wird abgestimmt</translation>
    </message>
</context>
<context>
    <name>TuningOutcome</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Tune anew…</source>
        <translation>Neu abstimmen …</translation>
    </message>
</context>
<context>
    <name>TuningPlan</name>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Start tuning</source>
        <translation>Abstimmen starten</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</source>
        <translation>Mit einem Adapter errät das Modell mehrere Wörter im Voraus und prüft sie auf einmal. Antworten kommen schneller, und ihr Text bleibt gleich.</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Antworten sammeln</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>Dieser Computer wird vermessen …</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>The adapter learns to guess what the model says. The model itself is not changed.</source>
        <translation>Der Adapter lernt zu erraten, was das Modell sagt. Das Modell selbst wird nicht verändert.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Prompts it never saw are answered with and without it. It is switched on if it pays.</source>
        <translation>Prompts, die er nie gesehen hat, werden mit und ohne ihn beantwortet. Er wird eingeschaltet, wenn es sich lohnt.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1, empfohlen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>Eine Unterhaltung pro Zeile, als JSON</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>Fragen, Texte, Code und Listen in elf Sprachen</translation>
    </message>
    <message numerus="yes">
        <source>Learn from my own %n question(s) too</source>
        <translation>
            <numerusform>Auch aus %n eigenen Frage lernen</numerusform>
            <numerusform>Auch aus meinen %n eigenen Fragen lernen</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer</source>
        <translation>Sie bleiben auf diesem Computer</translation>
    </message>
    <message>
        <source>You can go on chatting meanwhile: tuning waits while an answer is written.</source>
        <translation>Du kannst währenddessen weiterchatten: Das Abstimmen wartet, solange eine Antwort geschrieben wird.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Mitgeliefert</translation>
    </message>
</context>
<context>
    <name>TuningRun</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What was learned is kept, and you can go on later</source>
        <translation>Das Gelernte bleibt erhalten, und du kannst später weitermachen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Antworten sammeln</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>TuningSheet</name>
    <message>
        <source>Tune adapter</source>
        <translation>Adapter abstimmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TuningStep</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
</context>
<context>
    <name>VersionArrows</name>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Version</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Version %1 von %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Spätere Version</translation>
    </message>
</context>
<context>
    <name>WhenFullChoice</name>
    <message>
        <source>When the context is full</source>
        <translation>Wenn der Kontext voll ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>Älteste weglassen</translation>
    </message>
    <message>
        <source>Leave out the middle</source>
        <translation>Mitte weglassen</translation>
    </message>
    <message>
        <source>The answer ends there, and nothing is left out.</source>
        <translation>Die Antwort endet dort, und nichts wird weggelassen.</translation>
    </message>
    <message>
        <source>The model goes on without the first questions and answers. They stay in the chat.</source>
        <translation>Das Modell macht ohne die ersten Fragen und Antworten weiter. Im Chat bleiben sie.</translation>
    </message>
    <message>
        <source>The model keeps the first question and the newest ones. All stay in the chat.</source>
        <translation>Das Modell behält die erste Frage und die neuesten. Im Chat bleiben alle.</translation>
    </message>
</context>
<context>
    <name>canter::ui::AttachmentList</name>
    <message>
        <source>%1 tokens · %2 % of the context</source>
        <translation>%1 Token · %2 % des Kontexts</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatController</name>
    <message>
        <source>Waiting for the model to open</source>
        <translation>Wartet, bis das Modell geöffnet ist</translation>
    </message>
    <message>
        <source>Waiting for the answer in another chat</source>
        <translation>Wartet auf die Antwort in einem anderen Chat</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted</source>
        <translation>
            <numerusform>%n Nachricht gelöscht</numerusform>
            <numerusform>%n Nachrichten gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (branch)</source>
        <translation>%1 (Abzweig)</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatPrinter</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ ließ sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>canter::ui::CodeSaver</name>
    <message>
        <source>Code (*.%1)</source>
        <translation>Code (*.%1)</translation>
    </message>
    <message>
        <source>The code cannot be saved as “%1”: %2; choose another folder</source>
        <translation>Der Code lässt sich nicht als „%1“ speichern: %2; wähle einen anderen Ordner</translation>
    </message>
</context>
<context>
    <name>canter::ui::CompareController</name>
    <message>
        <source>No model is open. Open one to compare its answers.</source>
        <translation>Kein Modell ist geöffnet. Öffne eines, um seine Antworten zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>%1 wird geöffnet.</translation>
    </message>
    <message>
        <source>Answers of %1 cannot be accelerated here: %2.</source>
        <translation>Antworten von %1 können hier nicht beschleunigt werden: %2.</translation>
    </message>
    <message>
        <source>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</source>
        <translation>%1 hat noch keinen Adapter, daher werden Wörter nur aus dem Text erraten. Mit einem Adapter kann es schneller antworten.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Prompt %L1 of %L2</source>
        <translation>Prompt %L1 von %L2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 identical</source>
        <translation>%L1 von %L2 identisch</translation>
    </message>
    <message>
        <source>Different from token %L1 on</source>
        <translation>Ab Token %L1 verschieden</translation>
    </message>
    <message numerus="yes">
        <source>Identical · %n token(s)</source>
        <translation>
            <numerusform>Identisch · %n Token</numerusform>
            <numerusform>Identisch · %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast · %1 after the first token</source>
        <translation>so schnell · %1 nach dem ersten Token</translation>
    </message>
    <message>
        <source>as fast, the median · from %1 to %2</source>
        <translation>so schnell im Median · von %1 bis %2</translation>
    </message>
    <message>
        <source>without adapter</source>
        <translation>ohne Adapter</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1, seed %2</source>
        <translation>Temperatur %1, Startwert %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>höchstens %n Token</numerusform>
            <numerusform>höchstens %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1. Choose another folder.</source>
        <translation>Das Bild konnte nicht als %1 gespeichert werden. Wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>So short an answer says little. Ask for a longer one, or run a prompt set.</source>
        <translation>Eine so kurze Antwort sagt wenig aus. Bitte um eine längere, oder führe eine Prompt-Sammlung aus.</translation>
    </message>
    <message>
        <source>Without an adapter only what repeats itself can be guessed.</source>
        <translation>Ohne Adapter kann nur erraten werden, was sich wiederholt.</translation>
    </message>
    <message>
        <source>slower · %1 after the first token</source>
        <translation>langsamer · %1 nach dem ersten Token</translation>
    </message>
    <message>
        <source>slower, the median · from %1 to %2</source>
        <translation>langsamer im Median · von %1 bis %2</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>deterministisch (greedy)</translation>
    </message>
</context>
<context>
    <name>canter::ui::ContextMeter</name>
    <message>
        <source>%1 of %2 tokens of the context</source>
        <translation>%1 von %2 Token des Kontexts</translation>
    </message>
    <message>
        <source>Little room is left for an answer; start a new chat, or shorten what you write.</source>
        <translation>Für eine Antwort ist nur noch wenig Platz; beginne einen neuen Chat, oder schreibe kürzer.</translation>
    </message>
    <message>
        <source>This does not fit: %1 tokens, and the model reads %2.</source>
        <translation>Das passt nicht: %1 Token, und das Modell liest %2.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadListModel</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>wartet auf die davor</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Wird angefragt …</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadsController</name>
    <message>
        <source>%1 of the disk is free</source>
        <translation>%1 auf dem Datenträger frei</translation>
    </message>
    <message>
        <source>What you got takes %1</source>
        <translation>Geholtes belegt %1</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Datei wird geprüft …</translation>
    </message>
    <message>
        <source>Checked: the file is whole and unchanged</source>
        <translation>Geprüft: die Datei ist vollständig und unverändert</translation>
    </message>
</context>
<context>
    <name>canter::ui::FiguresModel</name>
    <message>
        <source>First token, on average</source>
        <translation>Erstes Token im Durchschnitt</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Speed after it</source>
        <translation>Geschwindigkeit danach</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Token pro Schritt</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Alle Antworten</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Ganze Antwort</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubListModel</name>
    <message>
        <source>licence not said</source>
        <translation>Lizenz nicht genannt</translation>
    </message>
    <message>
        <source>downloaded %1 times</source>
        <translation>%1-mal heruntergeladen</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>does not fit in memory</source>
        <translation>passt nicht in den Speicher</translation>
    </message>
    <message>
        <source>Canter does not run models of the family %1</source>
        <translation>Canter kann Modelle der Familie %1 nicht ausführen</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubTokenController</name>
    <message>
        <source>It comes from HF_TOKEN, as Canter was started.</source>
        <translation>Er kommt aus HF_TOKEN, wie Canter gestartet wurde.</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring and shown to %1 alone.</source>
        <translation>Er liegt im Schlüsselbund des Systems; nur %1 bekommt ihn zu sehen.</translation>
    </message>
    <message>
        <source>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</source>
        <translation>Er bleibt, bis Canter endet, da dieses System keinen Schlüsselbund hat; nur %1 bekommt ihn zu sehen.</translation>
    </message>
    <message>
        <source>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</source>
        <translation>Manche Hersteller geben ihre Modelle nur Leuten, die ihre Bedingungen angenommen haben. Dein Zugangstoken von %1 sagt ihnen, wer du bist.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ImportController</name>
    <message>
        <source>Importing chats…</source>
        <translation>Chats werden importiert …</translation>
    </message>
    <message numerus="yes">
        <source>Importing chats: %n</source>
        <translation>
            <numerusform>Chats werden importiert: %n</numerusform>
            <numerusform>Chats werden importiert: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported</source>
        <translation>
            <numerusform>%n Chat importiert</numerusform>
            <numerusform>%n Chats importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were here already</source>
        <translation>
            <numerusform>%n Chat war schon da</numerusform>
            <numerusform>%n Chats waren schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without messages left out</source>
        <translation>
            <numerusform>%n ohne Nachrichten weggelassen</numerusform>
            <numerusform>%n ohne Nachrichten weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats were imported</source>
        <translation>Es wurden keine Chats importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or chat(s) could not be imported. %1</source>
        <translation>
            <numerusform>Eine Datei oder ein Chat ließ sich nicht importieren. %1</numerusform>
            <numerusform>%n Dateien oder Chats ließen sich nicht importieren. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::MessageListModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) are no longer read</source>
        <translation>
            <numerusform>%n frühere Nachricht wird nicht mehr gelesen</numerusform>
            <numerusform>%n frühere Nachrichten werden nicht mehr gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before this are no longer read</source>
        <translation>
            <numerusform>%n Nachricht davor wird nicht mehr gelesen</numerusform>
            <numerusform>%n Nachrichten davor werden nicht mehr gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelListModel</name>
    <message>
        <source>context of %1 tokens</source>
        <translation>Kontext von %1 Token</translation>
    </message>
    <message>
        <source>No adapter yet</source>
        <translation>Noch kein Adapter</translation>
    </message>
    <message>
        <source>An adapter for it lies beside it, not tried yet</source>
        <translation>Daneben liegt ein Adapter dafür, noch nicht ausprobiert</translation>
    </message>
    <message>
        <source>An adapter was set aside: it was not faster here</source>
        <translation>Ein Adapter wurde beiseitegelegt: Er war hier nicht schneller</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>hier %1×</translation>
    </message>
    <message>
        <source>%1 tokens per step</source>
        <translation>%1 Token pro Schritt</translation>
    </message>
    <message>
        <source>Adapter: comes with the model</source>
        <translation>Adapter: mit dem Modell mitgeliefert</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adapter: %1</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Benötigt %1 Speicher, frei sind %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Benötigt %1 Speicher</translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelStatus</name>
    <message>
        <source>Starter model</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 Milliarden Parameter</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>Kontext von %1 Token</translation>
    </message>
    <message>
        <source>It answers on this computer; nothing you write leaves it.</source>
        <translation>Es antwortet auf diesem Computer; nichts, was du schreibst, verlässt ihn.</translation>
    </message>
    <message>
        <source>Open another model, or use the starter model.</source>
        <translation>Öffne ein anderes Modell, oder verwende das Startmodell.</translation>
    </message>
    <message>
        <source>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</source>
        <translation>Ein kleines Modell: Es erklärt, schreibt und plaudert und irrt sich oft bei Tatsachen. Es antwortet auf diesem Computer; nichts, was du schreibst, verlässt ihn.</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</source>
        <translation>Es kennt Buchungen, Plaudereien und Canters eigene Hilfe und erfindet alle Tatsachen. Mit einem Netz bringt packaging/run.sh SmolLM2, das allgemeine Fragen beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%1× on your last %n answer(s)</source>
        <translation>
            <numerusform>%1× bei deiner letzten Antwort</numerusform>
            <numerusform>%1× bei deinen letzten %n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1. %2 stays open.</source>
        <translation>%1. %2 bleibt geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 slower on your last %n answer(s)</source>
        <translation>
            <numerusform>%1 langsamer bei deiner letzten Antwort</numerusform>
            <numerusform>%1 langsamer bei deinen letzten %n Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as fast as without on your last %n answer(s)</source>
        <translation>
            <numerusform>so schnell wie ohne bei deiner letzten Antwort</numerusform>
            <numerusform>so schnell wie ohne bei deinen letzten %n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on this computer, answers to you alone.</source>
        <translation>Gemessen auf diesem Computer, nur an Antworten für dich.</translation>
    </message>
    <message>
        <source>Nothing was measured here yet; answers of some length show it.</source>
        <translation>Hier wurde noch nichts gemessen; längere Antworten zeigen es.</translation>
    </message>
    <message>
        <source>Canter drafts nothing while that takes more time than it saves, and tries again.</source>
        <translation>Canter entwirft nichts, solange das mehr Zeit kostet als spart, und versucht es wieder.</translation>
    </message>
    <message>
        <source>What helps: tune the adapter on prompts like yours.</source>
        <translation>Was hilft: den Adapter mit Prompts wie deinen abstimmen.</translation>
    </message>
    <message>
        <source>What helps: tune an adapter for this model.</source>
        <translation>Was hilft: einen Adapter für dieses Modell abstimmen.</translation>
    </message>
    <message>
        <source>Other programs that use the processor take from it.</source>
        <translation>Andere Programme, die den Prozessor nutzen, nehmen davon weg.</translation>
    </message>
</context>
<context>
    <name>canter::ui::OfferListModel</name>
    <message>
        <source>The most able that writes faster than you read</source>
        <translation>Das fähigste, das schneller schreibt, als du liest</translation>
    </message>
    <message>
        <source>The quickest for everyday questions</source>
        <translation>Das schnellste für Alltagsfragen</translation>
    </message>
    <message>
        <source>The most able that fits, at any speed</source>
        <translation>Das fähigste, das passt, gleich wie schnell</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>Klein und schnell</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 Sprachen</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Benötigt %1 Speicher, frei sind %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Benötigt %1 Speicher</translation>
    </message>
    <message>
        <source>%1 with long texts</source>
        <translation>%1 mit langen Texten</translation>
    </message>
    <message>
        <source>long texts do not fit</source>
        <translation>lange Texte passen nicht</translation>
    </message>
    <message>
        <source>reads %1 tokens at most</source>
        <translation>liest höchstens %1 Token</translation>
    </message>
    <message>
        <source>About %1 tokens per second</source>
        <translation>Etwa %1 Token pro Sekunde</translation>
    </message>
    <message>
        <source>About %1 tokens per second, %2 accelerated</source>
        <translation>Etwa %1 Token pro Sekunde, beschleunigt %2</translation>
    </message>
</context>
<context>
    <name>canter::ui::OffersController</name>
    <message>
        <source>%1 of memory free</source>
        <translation>%1 Speicher frei</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>memory reads %1 GB/s</source>
        <translation>Speicher liest %1 GB/s</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>Ein neuerer Katalog wird angefragt …</translation>
    </message>
    <message>
        <source>The catalogue is of %1.</source>
        <translation>Der Katalog ist vom %1.</translation>
    </message>
    <message>
        <source>There is no newer catalogue.</source>
        <translation>Es gibt keinen neueren Katalog.</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Wird angefragt …</translation>
    </message>
    <message>
        <source>Its makers say nothing of it.</source>
        <translation>Die Hersteller sagen nichts dazu.</translation>
    </message>
</context>
<context>
    <name>canter::ui::RemoteController</name>
    <message>
        <source>There is no model at this address. Load one there, then look again.</source>
        <translation>An dieser Adresse gibt es kein Modell. Lade dort eines und suche noch einmal.</translation>
    </message>
</context>
<context>
    <name>canter::ui::Session</name>
    <message numerus="yes">
        <source>Canter ended in the middle of %n answer(s). What was there is kept.</source>
        <translation>
            <numerusform>Canter endete mitten in %n Antwort. Das bereits Geschriebene ist erhalten.</numerusform>
            <numerusform>Canter endete mitten in %n Antworten. Das bereits Geschriebene ist erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. %n message(s) could be read and are in a new one, some could not. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>Die Datenbank war beschädigt. %n Nachricht konnte gelesen werden und ist in einer neuen, einige nicht. Die beschädigte Datei bleibt als %1 erhalten.</numerusform>
            <numerusform>Die Datenbank war beschädigt. %n Nachrichten konnten gelesen werden und sind in einer neuen, einige nicht. Die beschädigte Datei bleibt als %1 erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. All %n message(s) could be read and are in a new one. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>Die Datenbank war beschädigt. Die einzige Nachricht konnte gelesen werden und ist in einer neuen. Die beschädigte Datei bleibt als %1 erhalten.</numerusform>
            <numerusform>Die Datenbank war beschädigt. Alle %n Nachrichten konnten gelesen werden und sind in einer neuen. Die beschädigte Datei bleibt als %1 erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be saved before is saved now.</source>
        <translation>Was vorher nicht gespeichert werden konnte, ist jetzt gespeichert.</translation>
    </message>
</context>
<context>
    <name>canter::ui::SettingsController</name>
    <message>
        <source>No program opens folders here. The folder is %1.</source>
        <translation>Hier gibt es kein Programm, das Ordner öffnet. Der Ordner ist %1.</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>canter::ui::SidebarController</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>canter::ui::StorageController</name>
    <message>
        <source>Moving %1: %2 of %3</source>
        <translation>%1 wird verschoben: %2 von %3</translation>
    </message>
    <message>
        <source>No file is there twice.</source>
        <translation>Keine Datei ist doppelt vorhanden.</translation>
    </message>
    <message>
        <source>One of each would be enough. That would free %1.</source>
        <translation>Je eine würde genügen. Das gäbe %1 frei.</translation>
    </message>
</context>
<context>
    <name>canter::ui::TrashModel</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>A message without text</source>
        <translation>Eine Nachricht ohne Text</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of “%1”</source>
        <translation>
            <numerusform>%n Nachricht aus „%1“</numerusform>
            <numerusform>%n Nachrichten aus „%1“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message numerus="yes">
        <source>The model answers %n prompt(s), and some are kept aside to measure with.</source>
        <translation>
            <numerusform>Das Modell beantwortet %n Prompt; einige werden zum Messen zurückgelegt.</numerusform>
            <numerusform>Das Modell beantwortet %n Prompts; einige werden zum Messen zurückgelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no time for all of the %L1; a longer tuning learns from more.</source>
        <translation>Für alle %L1 reicht die Zeit nicht; ein längeres Abstimmen lernt aus mehr.</translation>
    </message>
    <message>
        <source>up to %1 beside the model</source>
        <translation>bis zu %1 zusätzlich zum Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) collected</source>
        <translation>
            <numerusform>%n Antwort gesammelt</numerusform>
            <numerusform>%n Antworten gesammelt</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1 · loss %2</source>
        <translation>Schritt %L1 · Verlust %2</translation>
    </message>
    <message>
        <source>Answering with and without it</source>
        <translation>Antwortet mit und ohne ihn</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 tokens per step on unseen prompts</source>
        <translation>%1 Token pro Schritt bei ungesehenen Prompts</translation>
    </message>
    <message>
        <source>%1 now answers %2 as fast</source>
        <translation>%1 antwortet jetzt %2 so schnell</translation>
    </message>
    <message>
        <source>This adapter does not pay on this computer</source>
        <translation>Dieser Adapter lohnt sich auf diesem Computer nicht</translation>
    </message>
    <message>
        <source>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</source>
        <translation>Gemessen an Prompts, die er nie gesehen hat: %1 mit ihm, %2 zuvor, wobei normales Dekodieren 1× ist. %3 Token pro Schritt.</translation>
    </message>
    <message>
        <source>It is in use from now on; the text of answers stays the same.</source>
        <translation>Er wird ab jetzt verwendet; der Text der Antworten bleibt gleich.</translation>
    </message>
    <message>
        <source>Canter goes on as before. The adapter is kept, in case.</source>
        <translation>Canter arbeitet weiter wie bisher. Der Adapter wird für alle Fälle aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
</context>
</TS>
