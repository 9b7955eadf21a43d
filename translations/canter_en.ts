<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>Add an address</translation>
    </message>
    <message>
        <source>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</source>
        <translation>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>Key, if it asks for one</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</source>
        <translation>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</translation>
    </message>
    <message>
        <source>Key file and certificates</source>
        <translation>Key file and certificates</translation>
    </message>
    <message>
        <source>File whose first line is the key</source>
        <translation>File whose first line is the key</translation>
    </message>
    <message>
        <source>Certificates to trust there (PEM file)</source>
        <translation>Certificates to trust there (PEM file)</translation>
    </message>
    <message>
        <source>Add and open</source>
        <translation>Add and open</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Look for its models</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>Answer anew</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Continue and leave out the oldest</source>
        <translation>Continue and leave out the oldest</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Branch from here into a new chat</source>
        <translation>Branch from here into a new chat</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>This run was started with a theme of its own. The choice is for the next.</source>
        <translation>This run was started with a theme of its own. The choice is for the next.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>This run was started in a language of its own. The choice is for the next.</source>
        <translation>This run was started in a language of its own. The choice is for the next.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduce motion</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>“%1” is larger than %2; attach a part of it</source>
        <translation>“%1” is larger than %2; attach a part of it</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>“%1” cannot be read: %2</translation>
    </message>
    <message>
        <source>“%1” is a picture, and no model here sees pictures; say in words what is in it</source>
        <translation>“%1” is a picture, and no model here sees pictures; say in words what is in it</translation>
    </message>
    <message>
        <source>“%1” is not text; text, PDF, DOCX and ODT files can be attached</source>
        <translation>“%1” is not text; text, PDF, DOCX and ODT files can be attached</translation>
    </message>
    <message>
        <source>“%1” is no file; choose a file with text</source>
        <translation>“%1” is no file; choose a file with text</translation>
    </message>
    <message>
        <source>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</source>
        <translation>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</translation>
    </message>
    <message>
        <source>“%1” has no text in it</source>
        <translation>“%1” has no text in it</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read; save it anew</source>
        <translation>“%1” is damaged and cannot be read; save it anew</translation>
    </message>
    <message>
        <source>“%1” asks for a password; save a copy without one</source>
        <translation>“%1” asks for a password; save a copy without one</translation>
    </message>
    <message>
        <source>“%1” is a PDF, which this build of Canter does not read; save it as text</source>
        <translation>“%1” is a PDF, which this build of Canter does not read; save it as text</translation>
    </message>
    <message>
        <source>“%1” has no text, only pictures of its pages; have a text recognition program read it first</source>
        <translation>“%1” has no text, only pictures of its pages; have a text recognition program read it first</translation>
    </message>
</context>
<context>
    <name>AttachmentChips</name>
    <message>
        <source>Attachments</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Take out %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Summarizing “%1”…</source>
        <translation>Summarizing “%1”…</translation>
    </message>
    <message>
        <source>Summarizing “%1”: part %2 of %3</source>
        <translation>Summarizing “%1”: part %2 of %3</translation>
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
        <translation>Hides what is in the file</translation>
    </message>
    <message>
        <source>Shows what is in the file</source>
        <translation>Shows what is in the file</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Hide the catalogue</source>
        <translation>Hide the catalogue</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n model(s) of the catalogue</source>
        <translation>
            <numerusform>Show the %n model of the catalogue</numerusform>
            <numerusform>Show all %n models of the catalogue</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for a newer catalogue</source>
        <translation>Look for a newer catalogue</translation>
    </message>
    <message>
        <source>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</source>
        <translation>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</translation>
    </message>
</context>
<context>
    <name>ChatDocument</name>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Attached: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Edited by hand</translation>
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
        <translation>Precise</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Balanced</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Creative</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>Model&apos;s own</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Opening %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Settings of this chat</source>
        <translation>Settings of this chat</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System prompt</translation>
    </message>
    <message>
        <source>You are a patient teacher.</source>
        <translation>You are a patient teacher.</translation>
    </message>
    <message>
        <source>Tells the model who it is, before all that is said.</source>
        <translation>Tells the model who it is, before all that is said.</translation>
    </message>
    <message>
        <source>Higher is more surprising. The server decides until you change it.</source>
        <translation>Higher is more surprising. The server decides until you change it.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Higher is more surprising.</source>
        <translation>Higher is more surprising.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share.</source>
        <translation>Only the likeliest words that together reach this share.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words with this share of the likeliest one&apos;s chance.</source>
        <translation>Only words with this share of the likeliest one&apos;s chance.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words; 0 for all.</source>
        <translation>Only this many of the likeliest words; 0 for all.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Repetition penalty</translation>
    </message>
    <message>
        <source>1 is none; more makes repeated words less likely.</source>
        <translation>1 is none; more makes repeated words less likely.</translation>
    </message>
    <message>
        <source>In tokens; empty for no limit.</source>
        <translation>In tokens; empty for no limit.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The same seed draws the same answer again; empty for another each time.</source>
        <translation>The same seed draws the same answer again; empty for another each time.</translation>
    </message>
    <message>
        <source>Mark drafted words in answers</source>
        <translation>Mark drafted words in answers</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Use for new chats</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Greedy: always the likeliest word.</source>
        <translation>Greedy: always the likeliest word.</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Maximum length</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>%1 · shown as code</source>
        <translation>%1 · shown as code</translation>
    </message>
    <message>
        <source>Long lines as they are</source>
        <translation>Long lines as they are</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>Break long lines</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Save as a file</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Search commands</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>No command is called so.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Search chats</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Write a message</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Stop the answer</translation>
    </message>
    <message>
        <source>Undo the last deletion</source>
        <translation>Undo the last deletion</translation>
    </message>
    <message>
        <source>Answer anew</source>
        <translation>Answer anew</translation>
    </message>
    <message>
        <source>Turn acceleration on or off</source>
        <translation>Turn acceleration on or off</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Settings of this chat</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Open a model</translation>
    </message>
    <message>
        <source>Tune an adapter</source>
        <translation>Tune an adapter</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>Go to the chat</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>Go to Compare</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>Go to Models</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Go to Settings</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>Go to the trash</translation>
    </message>
    <message>
        <source>Fold or show the sidebar</source>
        <translation>Fold or show the sidebar</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Usual text size</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>List of keys</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>New folder for chats</source>
        <translation>New folder for chats</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Import chats</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Duplicate this chat</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>Move this chat to the trash</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>Export this chat as Markdown</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>Export this chat as JSON</translation>
    </message>
    <message>
        <source>Save this chat as PDF</source>
        <translation>Save this chat as PDF</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>Print this chat</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</source>
        <translation>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Use the starter model</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Open model…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Tune…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Plain</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Accelerated</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Earlier comparisons</source>
        <translation>Earlier comparisons</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>The comparison is deleted</source>
        <translation>The comparison is deleted</translation>
    </message>
</context>
<context>
    <name>CompareSettings</name>
    <message>
        <source>Words</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>At random, both ways with the same numbers</source>
        <translation>At random, both ways with the same numbers</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message numerus="yes">
        <source>At most %n token(s)</source>
        <translation>
            <numerusform>At most %n token</numerusform>
            <numerusform>At most %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Greedy</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Sampled</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Maximum length</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
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
        <translation>%1 tok/s</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>Write a message</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Stop (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Send (Enter)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Opening %1…</source>
        <translation>Opening %1…</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Opened so far: %1</source>
        <translation>Opened so far: %1</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>No model</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Choose another model</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Open model…</translation>
    </message>
    <message>
        <source>Accelerate</source>
        <translation>Accelerate</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Speed: %1</translation>
    </message>
    <message>
        <source>Tune adapter…</source>
        <translation>Tune adapter…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Tune…</translation>
    </message>
    <message>
        <source>Make an adapter for this model</source>
        <translation>Make an adapter for this model</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>All models…</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Settings of this chat</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>The model of this chat. It opens with your next message.</source>
        <translation>The model of this chat. It opens with your next message.</translation>
    </message>
</context>
<context>
    <name>ComputingSection</name>
    <message>
        <source>Computing</source>
        <translation>Computing</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Processor cores</translation>
    </message>
    <message>
        <source>More answer faster, up to the cores there are; fewer leave room for other programs.</source>
        <translation>More answer faster, up to the cores there are; fewer leave room for other programs.</translation>
    </message>
    <message numerus="yes">
        <source>This run was started with %n thread(s). The choice is for the next.</source>
        <translation>
            <numerusform>This run was started with %n thread. The choice is for the next.</numerusform>
            <numerusform>This run was started with %n threads. The choice is for the next.</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automatic (%1)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</source>
        <translation>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is kept as it was computed.</source>
        <translation>The model&apos;s memory of a chat is kept as it was computed.</translation>
    </message>
    <message>
        <source>Exact (F32)</source>
        <translation>Exact (F32)</translation>
    </message>
    <message>
        <source>Half the memory (F16)</source>
        <translation>Half the memory (F16)</translation>
    </message>
    <message>
        <source>A quarter of the memory (Q8_0)</source>
        <translation>A quarter of the memory (Q8_0)</translation>
    </message>
    <message>
        <source>Applies after the running answer.</source>
        <translation>Applies after the running answer.</translation>
    </message>
    <message>
        <source>A change applies after the running answer.</source>
        <translation>A change applies after the running answer.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>Chat memory (KV cache)</source>
        <translation>Chat memory (KV cache)</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Context length</translation>
    </message>
    <message>
        <source>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</source>
        <translation>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</translation>
    </message>
    <message>
        <source>As the model can</source>
        <translation>As the model can</translation>
    </message>
    <message>
        <source>%L1 tokens</source>
        <translation>%L1 tokens</translation>
    </message>
    <message>
        <source>Chats kept ready</source>
        <translation>Chats kept ready</translation>
    </message>
    <message>
        <source>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</source>
        <translation>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>The last one alone</source>
        <translation>The last one alone</translation>
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
        <translation>Answering</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>Title of the chat</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Unpin</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Export as Markdown…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Export as JSON…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>Move to a folder…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>New folder</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Out of the folder</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Your data</source>
        <translation>Your data</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>Data folder: %1</translation>
    </message>
    <message>
        <source>Chats and settings: %1</source>
        <translation>Chats and settings: %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but the names of models that you search for or get.</source>
        <translation>Nothing leaves this computer but the names of models that you search for or get.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Export everything…</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>Everything is in %1</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>Import chats…</translation>
    </message>
    <message>
        <source>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</source>
        <translation>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</translation>
    </message>
</context>
<context>
    <name>DefaultModelRow</name>
    <message>
        <source>Default model</source>
        <translation>Default model</translation>
    </message>
    <message>
        <source>Opens when Canter starts, and new chats begin with it.</source>
        <translation>Opens when Canter starts, and new chats begin with it.</translation>
    </message>
    <message>
        <source>The last one used</source>
        <translation>The last one used</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Getting %1</source>
        <translation>Getting %1</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Enter a token…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>%1: %2 percent are here</source>
        <translation>%1: %2 percent are here</translation>
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
        <translation>earlier text %L1</translation>
    </message>
    <message>
        <source>words seen before %L1</source>
        <translation>words seen before %L1</translation>
    </message>
    <message>
        <source>trained masks %L1</source>
        <translation>trained masks %L1</translation>
    </message>
    <message>
        <source>trained head %L1</source>
        <translation>trained head %L1</translation>
    </message>
    <message>
        <source>the model&apos;s own head %L1</source>
        <translation>the model&apos;s own head %L1</translation>
    </message>
    <message>
        <source>another model %L1</source>
        <translation>another model %L1</translation>
    </message>
    <message>
        <source>Guessed right: %L1 of %L2 tokens</source>
        <translation>Guessed right: %L1 of %L2 tokens</translation>
    </message>
    <message>
        <source>some by several sources</source>
        <translation>some by several sources</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>Drafts: %1 rows a step, right by depth %2</translation>
    </message>
    <message>
        <source>Time: %1 for drafting, %2 for checking</source>
        <translation>Time: %1 for drafting, %2 for checking</translation>
    </message>
</context>
<context>
    <name>DraftModelChoice</name>
    <message>
        <source>Drafts from</source>
        <translation>Drafts from</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>no other model</translation>
    </message>
    <message>
        <source>Drafts from %1</source>
        <translation>Drafts from %1</translation>
    </message>
    <message>
        <source>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</source>
        <translation>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</translation>
    </message>
    <message>
        <source>No other model</source>
        <translation>No other model</translation>
    </message>
</context>
<context>
    <name>DuplicatesSection</name>
    <message>
        <source>There twice</source>
        <translation>There twice</translation>
    </message>
    <message>
        <source>Comparing files of one size…</source>
        <translation>Comparing files of one size…</translation>
    </message>
    <message>
        <source>Programs bring models each for itself. Canter compares the files above and says which are the same.</source>
        <translation>Programs bring models each for itself. Canter compares the files above and says which are the same.</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Look for duplicates</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>No model is open</translation>
    </message>
    <message>
        <source>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</source>
        <translation>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Get a model…</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Open model…</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Plain</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Accelerated</translation>
    </message>
    <message>
        <source>%1: plain %2, accelerated %3</source>
        <translation>%1: plain %2, accelerated %3</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop a model to open it, exported chats to import them, or a file to write about it</source>
        <translation>Drop a model to open it, exported chats to import them, or a file to write about it</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>Folder with %n chat(s)</source>
        <translation>
            <numerusform>Folder with %n chat</numerusform>
            <numerusform>Folder with %n chats</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name of the folder</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>Delete the folder, keep its chats</translation>
    </message>
</context>
<context>
    <name>FolderSection</name>
    <message>
        <source>Where models are kept</source>
        <translation>Where models are kept</translation>
    </message>
    <message>
        <source>Folder for models: %1</source>
        <translation>Folder for models: %1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Choose another folder…</translation>
    </message>
    <message>
        <source>Use Canter&apos;s own folder</source>
        <translation>Use Canter&apos;s own folder</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that you got lie in another folder.</source>
        <translation>
            <numerusform>%n model that you got lies in another folder.</numerusform>
            <numerusform>%n models that you got lie in another folder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another folder is for what you get from then on. What is there already stays where it is until you move it.</source>
        <translation>Another folder is for what you get from then on. What is there already stays where it is until you move it.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Move here</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Put %1 into the list</source>
        <translation>Put %1 into the list</translation>
    </message>
</context>
<context>
    <name>FoundModels</name>
    <message>
        <source>Found on this computer</source>
        <translation>Found on this computer</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</source>
        <translation>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</translation>
    </message>
    <message>
        <source>Canter looked in:</source>
        <translation>Canter looked in:</translation>
    </message>
</context>
<context>
    <name>GetButton</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Get</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>GetModelsPage</name>
    <message>
        <source>Get models</source>
        <translation>Get models</translation>
    </message>
    <message>
        <source>All your models</source>
        <translation>All your models</translation>
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
        <translation>%1, not identical, %2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>HubModelCard</name>
    <message>
        <source>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</source>
        <translation>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</translation>
    </message>
    <message>
        <source>Fewer sizes</source>
        <translation>Fewer sizes</translation>
    </message>
    <message numerus="yes">
        <source>%n more size(s)</source>
        <translation>
            <numerusform>%n more size</numerusform>
            <numerusform>%n more sizes</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide its card</source>
        <translation>Hide its card</translation>
    </message>
    <message>
        <source>Read its card</source>
        <translation>Read its card</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Search Hugging Face</source>
        <translation>Search Hugging Face</translation>
    </message>
    <message>
        <source>A model&apos;s name, as in “granite 2b”</source>
        <translation>A model&apos;s name, as in “granite 2b”</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>Searching for “%1”…</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Try fewer or other words.</source>
        <translation>Nothing was found for “%1”. Try fewer or other words.</translation>
    </message>
    <message>
        <source>What you type is sent to huggingface.co when you press Enter, and nothing else.</source>
        <translation>What you type is sent to huggingface.co when you press Enter, and nothing else.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>Jump to latest</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Send the message</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>Begin a new line</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Bring back an earlier question</source>
        <translation>Bring back an earlier question</translation>
    </message>
    <message>
        <source>Rename the chat in the list</source>
        <translation>Rename the chat in the list</translation>
    </message>
    <message>
        <source>Move the chat in the list to the trash</source>
        <translation>Move the chat in the list to the trash</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>Its turn comes next</source>
        <translation>Its turn comes next</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>as it just was</source>
        <translation>as it just was</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Answer: %1</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>Open this link?</translation>
    </message>
    <message>
        <source>This link cannot be opened here</source>
        <translation>This link cannot be opened here</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>It leads to %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Close without saving?</source>
        <translation>Close without saving?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</source>
        <translation>
            <numerusform>%n message could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, it is saved.</numerusform>
            <numerusform>%n messages could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Canter open</source>
        <translation>Keep Canter open</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Close and lose them</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the chats</source>
        <translation>Show the chats</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Open model</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Models (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Prompts to learn from</source>
        <translation>Prompts to learn from</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl)</source>
        <translation>Prompts (*.jsonl)</translation>
    </message>
    <message>
        <source>Export the chat</source>
        <translation>Export the chat</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>Prompts to compare</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Save the comparison</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Add a model</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>Add a model&apos;s folder</translation>
    </message>
    <message>
        <source>A folder for models</source>
        <translation>A folder for models</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Export everything</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Save the code</translation>
    </message>
    <message>
        <source>Exported chats (*.json *.jsonl)</source>
        <translation>Exported chats (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Import chats</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit the message</source>
        <translation>Edit the message</translation>
    </message>
    <message>
        <source>What was said before stays as another version.</source>
        <translation>What was said before stays as another version.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>The model&apos;s context is full with this turn alone. Ask for less at a time, or open a model with a longer context.</source>
        <translation>The model&apos;s context is full with this turn alone. Ask for less at a time, or open a model with a longer context.</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>Copy the selection</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>%1 per step</source>
        <translation>%1 per step</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>first token %1 s</translation>
    </message>
    <message>
        <source>Answer: %1 tokens in %2 steps</source>
        <translation>Answer: %1 tokens in %2 steps</translation>
    </message>
    <message>
        <source>Altogether: %1 s</source>
        <translation>Altogether: %1 s</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Interrupted when Canter ended</source>
        <translation>Interrupted when Canter ended</translation>
    </message>
    <message>
        <source>The answer failed</source>
        <translation>The answer failed</translation>
    </message>
    <message>
        <source>Being written by another window</source>
        <translation>Being written by another window</translation>
    </message>
    <message>
        <source>Ended by your token limit</source>
        <translation>Ended by your token limit</translation>
    </message>
    <message>
        <source>The model&apos;s context is full</source>
        <translation>The model&apos;s context is full</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, read in %2 s</source>
        <translation>Prompt: %1 tokens, read in %2 s</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</source>
        <translation>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</translation>
    </message>
    <message>
        <source>Read from its beginning</source>
        <translation>Read from its beginning</translation>
    </message>
    <message>
        <source>Went on where the last answer ended</source>
        <translation>Went on where the last answer ended</translation>
    </message>
    <message>
        <source>Went back to where it parts from the text before</source>
        <translation>Went back to where it parts from the text before</translation>
    </message>
    <message>
        <source>Went back to a state that was kept, and read on from there</source>
        <translation>Went back to a state that was kept, and read on from there</translation>
    </message>
    <message>
        <source>Read again from its beginning, since nothing that early was kept</source>
        <translation>Read again from its beginning, since nothing that early was kept</translation>
    </message>
    <message>
        <source>Read again from its beginning, as this model must when a text gets long</source>
        <translation>Read again from its beginning, as this model must when a text gets long</translation>
    </message>
    <message>
        <source>tuned here, no. %1</source>
        <translation>tuned here, no. %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Model: %1</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adapter: %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>When: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Edited by hand</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Open another model…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Use the starter model</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter</source>
        <translation>Starter</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Try the adapter</source>
        <translation>Try the adapter</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Tune…</translation>
    </message>
    <message>
        <source>Make an adapter for %1</source>
        <translation>Make an adapter for %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copy path</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>Check the file again</translation>
    </message>
    <message>
        <source>Delete from the disk…</source>
        <translation>Delete from the disk…</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Get models…</source>
        <translation>Get models…</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Add file…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Add folder…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Add an address…</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Good at: %1</source>
        <translation>Good at: %1</translation>
    </message>
    <message>
        <source>But: %1</source>
        <translation>But: %1</translation>
    </message>
</context>
<context>
    <name>OverfullBanner</name>
    <message>
        <source>Leave out the oldest</source>
        <translation>Leave out the oldest</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>Keep the beginning</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>Choose a part…</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>Summarize</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>“%1” is off the list; its file stays</source>
        <translation>“%1” is off the list; its file stays</translation>
    </message>
    <message>
        <source>“%1” is off the list</source>
        <translation>“%1” is off the list</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>“%1” is here</source>
        <translation>“%1” is here</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1, not identical</source>
        <translation>%1, not identical</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>About %1 tokens; %2 fit.</source>
        <translation>About %1 tokens; %2 fit.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Which part of “%1”?</source>
        <translation>Which part of “%1”?</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>From page</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>to page</source>
        <translation>to page</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>of %L1</translation>
    </message>
    <message>
        <source>Take this part</source>
        <translation>Take this part</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Another program on this computer answers, at %1.</source>
        <translation>Another program on this computer answers, at %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer: it goes to %1.</source>
        <translation>What you write leaves this computer: it goes to %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer, unencrypted: it goes to %1.</source>
        <translation>What you write leaves this computer, unencrypted: it goes to %1.</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Delete preset</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Name of a new preset</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>One prompt</source>
        <translation>One prompt</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>Prompt set</translation>
    </message>
    <message>
        <source>Write a prompt that both answer</source>
        <translation>Write a prompt that both answer</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>From a file…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>One conversation a line, as JSON</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompts</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them that fit the model are answered both ways.</source>
        <translation>The first of them that fit the model are answered both ways.</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</source>
        <translation>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</translation>
    </message>
    <message>
        <source>One after the other, so that neither slows the other. Then both are shown from the same start.</source>
        <translation>One after the other, so that neither slows the other. Then both are shown from the same start.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Run (Ctrl+Enter)</source>
        <translation>Run (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Built-in</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Delete with what follows</source>
        <translation>Delete with what follows</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>Tokens over time</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>Time per token</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>no adapter for this model yet</translation>
    </message>
    <message>
        <source>no drafts just now</source>
        <translation>no drafts just now</translation>
    </message>
</context>
<context>
    <name>RecommendedSection</name>
    <message>
        <source>For this computer</source>
        <translation>For this computer</translation>
    </message>
    <message>
        <source>Measuring how quickly this computer reads its memory…</source>
        <translation>Measuring how quickly this computer reads its memory…</translation>
    </message>
    <message>
        <source>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</source>
        <translation>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month as in &quot;3 May&quot;; see QLocale::toString for the letters</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Previous 7 days</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>Previous 30 days</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Older</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Delete %1?</source>
        <translation>Delete %1?</translation>
    </message>
    <message>
        <source>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</source>
        <translation>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Delete the file</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>Save the figures as a table</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Save everything, with the time of each token</source>
        <translation>Save everything, with the time of each token</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save a picture of the result</source>
        <translation>Save a picture of the result</translation>
    </message>
    <message>
        <source>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</source>
        <translation>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>Search chats</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Chats found</source>
        <translation>Chats found</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Reset: %1</translation>
    </message>
</context>
<context>
    <name>ServerModels</name>
    <message>
        <source>Look for a model</source>
        <translation>Look for a model</translation>
    </message>
    <message>
        <source>Models at this address</source>
        <translation>Models at this address</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Address: %1</source>
        <translation>Address: %1</translation>
    </message>
    <message>
        <source>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</source>
        <translation>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</translation>
    </message>
    <message>
        <source>Let other programs use the open model</source>
        <translation>Let other programs use the open model</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Other programs</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>Starts as soon as a model is open.</source>
        <translation>Starts as soon as a model is open.</translation>
    </message>
    <message>
        <source>The model is called %1 there. No key is needed.</source>
        <translation>The model is called %1 there. No key is needed.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</source>
        <translation>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
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
        <translation>Fold the sidebar</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>Your chats will be listed here.</translation>
    </message>
    <message>
        <source>No chat has “%1”. Try fewer or shorter words.</source>
        <translation>No chat has “%1”. Try fewer or shorter words.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Trash</translation>
    </message>
</context>
<context>
    <name>SidebarStrip</name>
    <message>
        <source>Show the chats</source>
        <translation>Show the chats</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
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
        <translation>%1 slower</translation>
    </message>
</context>
<context>
    <name>SpeedupBars</name>
    <message>
        <source>Prompts by speed-up</source>
        <translation>Prompts by speed-up</translation>
    </message>
    <message numerus="yes">
        <source>From %1: %n prompt(s)</source>
        <translation>
            <numerusform>From %1: %n prompt</numerusform>
            <numerusform>From %1: %n prompts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepGauge</name>
    <message>
        <source>Tokens of the last steps: %1</source>
        <translation>Tokens of the last steps: %1</translation>
    </message>
</context>
<context>
    <name>ThinkingChoice</name>
    <message>
        <source>Thinking before the answer</source>
        <translation>Thinking before the answer</translation>
    </message>
</context>
<context>
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>Thinking</translation>
    </message>
</context>
<context>
    <name>ThinkingLevel</name>
    <message>
        <source>Think</source>
        <translation>Think</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>Think: %1</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers</source>
        <translation>How much the model thinks before it answers</translation>
    </message>
</context>
<context>
    <name>ThinkingSwitch</name>
    <message>
        <source>Think</source>
        <translation>Think</translation>
    </message>
    <message>
        <source>The model thinks before it answers</source>
        <translation>The model thinks before it answers</translation>
    </message>
</context>
<context>
    <name>ThinkingWishes</name>
    <message>
        <source>As the model does</source>
        <translation>As the model does</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>A little</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>Some</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>A lot</translation>
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
        <translation>Thought for %1</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <translation>Thinking… %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Thinking…</translation>
    </message>
    <message>
        <source>Hides what the model thought</source>
        <translation>Hides what the model thought</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>Shows what the model thought</translation>
    </message>
    <message>
        <source>Copy what the model thought</source>
        <translation>Copy what the model thought</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>Tuning %1 ended early</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>“%1” is in the trash</translation>
    </message>
    <message>
        <source>The folder “%1” is deleted, its chats are not</source>
        <translation>The folder “%1” is deleted, its chats are not</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exported to %1</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>Open the newest</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access token for %1</source>
        <translation>Access token for %1</translation>
    </message>
    <message>
        <source>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</source>
        <translation>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access token</translation>
    </message>
    <message>
        <source>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</source>
        <translation>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</translation>
    </message>
    <message>
        <source>Keep it and go on</source>
        <translation>Keep it and go on</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TokenSection</name>
    <message>
        <source>Access token</source>
        <translation>Access token</translation>
    </message>
    <message>
        <source>Enter another…</source>
        <translation>Enter another…</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Enter a token…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Forget it</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>Delete “%1” for good?</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Empty the trash…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Delete for good…</translation>
    </message>
    <message>
        <source>This cannot be undone. An export keeps a copy.</source>
        <translation>This cannot be undone. An export keeps a copy.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Delete all that is in the trash for good?</source>
        <translation>Delete all that is in the trash for good?</translation>
    </message>
    <message>
        <source>What you delete stays here until you restore it or delete it for good.</source>
        <translation>What you delete stays here until you restore it or delete it for good.</translation>
    </message>
    <message>
        <source>The trash is empty. Chats and messages that you delete can be restored from here.</source>
        <translation>The trash is empty. Chats and messages that you delete can be restored from here.</translation>
    </message>
</context>
<context>
    <name>TuningChart</name>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Tokens per step</translation>
    </message>
    <message>
        <source>Loss and tokens per step</source>
        <translation>Loss and tokens per step</translation>
    </message>
</context>
<context>
    <name>TuningLine</name>
    <message>
        <source>Tuning %1</source>
        <translation>Tuning %1</translation>
    </message>
</context>
<context>
    <name>TuningOutcome</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Tune anew…</source>
        <translation>Tune anew…</translation>
    </message>
</context>
<context>
    <name>TuningPlan</name>
    <message>
        <source>Start anew</source>
        <translation>Start anew</translation>
    </message>
    <message>
        <source>Start tuning</source>
        <translation>Start tuning</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</source>
        <translation>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Collect answers</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>Measuring this computer…</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Learn</translation>
    </message>
    <message>
        <source>The adapter learns to guess what the model says. The model itself is not changed.</source>
        <translation>The adapter learns to guess what the model says. The model itself is not changed.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Prompts it never saw are answered with and without it. It is switched on if it pays.</source>
        <translation>Prompts it never saw are answered with and without it. It is switched on if it pays.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1, suggested</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message numerus="yes">
        <source>Learn from my own %n question(s) too</source>
        <translation>
            <numerusform>Learn from my own question too</numerusform>
            <numerusform>Learn from my own %n questions too</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer</source>
        <translation>They stay on this computer</translation>
    </message>
    <message>
        <source>You can go on chatting meanwhile: tuning waits while an answer is written.</source>
        <translation>You can go on chatting meanwhile: tuning waits while an answer is written.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>From a file…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>One conversation a line, as JSON</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>Questions, writing, code and lists, in eleven languages</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Built-in</translation>
    </message>
</context>
<context>
    <name>TuningRun</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>What was learned is kept, and you can go on later</source>
        <translation>What was learned is kept, and you can go on later</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Collect answers</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Learn</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>TuningSheet</name>
    <message>
        <source>Tune adapter</source>
        <translation>Tune adapter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>TuningStep</name>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to the default</source>
        <translation>Back to the default</translation>
    </message>
</context>
<context>
    <name>VersionArrows</name>
    <message>
        <source>Earlier version</source>
        <translation>Earlier version</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Version %1 of %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Later version</translation>
    </message>
</context>
<context>
    <name>WhenFullChoice</name>
    <message>
        <source>When the context is full</source>
        <translation>When the context is full</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>Leave out the oldest</translation>
    </message>
    <message>
        <source>Leave out the middle</source>
        <translation>Leave out the middle</translation>
    </message>
    <message>
        <source>The answer ends there, and nothing is left out.</source>
        <translation>The answer ends there, and nothing is left out.</translation>
    </message>
    <message>
        <source>The model goes on without the first questions and answers. They stay in the chat.</source>
        <translation>The model goes on without the first questions and answers. They stay in the chat.</translation>
    </message>
    <message>
        <source>The model keeps the first question and the newest ones. All stay in the chat.</source>
        <translation>The model keeps the first question and the newest ones. All stay in the chat.</translation>
    </message>
</context>
<context>
    <name>canter::ui::AttachmentList</name>
    <message>
        <source>%1 tokens · %2 % of the context</source>
        <translation>%1 tokens · %2 % of the context</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatController</name>
    <message>
        <source>Waiting for the model to open</source>
        <translation>Waiting for the model to open</translation>
    </message>
    <message>
        <source>Waiting for the answer in another chat</source>
        <translation>Waiting for the answer in another chat</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted</source>
        <translation>
            <numerusform>%n message deleted</numerusform>
            <numerusform>%n messages deleted</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (branch)</source>
        <translation>%1 (branch)</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatPrinter</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>“%1” could not be written: %2</translation>
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
        <translation>The code cannot be saved as “%1”: %2; choose another folder</translation>
    </message>
</context>
<context>
    <name>canter::ui::CompareController</name>
    <message>
        <source>No model is open. Open one to compare its answers.</source>
        <translation>No model is open. Open one to compare its answers.</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>%1 is being opened.</translation>
    </message>
    <message>
        <source>Answers of %1 cannot be accelerated here: %2.</source>
        <translation>Answers of %1 cannot be accelerated here: %2.</translation>
    </message>
    <message>
        <source>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</source>
        <translation>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stopping</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Waiting for its turn</translation>
    </message>
    <message>
        <source>Prompt %L1 of %L2</source>
        <translation>Prompt %L1 of %L2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>less than a minute left</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 identical</source>
        <translation>%L1 of %L2 identical</translation>
    </message>
    <message>
        <source>Different from token %L1 on</source>
        <translation>Different from token %L1 on</translation>
    </message>
    <message numerus="yes">
        <source>Identical · %n token(s)</source>
        <translation>
            <numerusform>Identical · %n token</numerusform>
            <numerusform>Identical · %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast · %1 after the first token</source>
        <translation>as fast · %1 after the first token</translation>
    </message>
    <message>
        <source>as fast, the median · from %1 to %2</source>
        <translation>as fast, the median · from %1 to %2</translation>
    </message>
    <message>
        <source>So short an answer says little. Ask for a longer one, or run a prompt set.</source>
        <translation>So short an answer says little. Ask for a longer one, or run a prompt set.</translation>
    </message>
    <message>
        <source>Without an adapter only what repeats itself can be guessed.</source>
        <translation>Without an adapter only what repeats itself can be guessed.</translation>
    </message>
    <message>
        <source>without adapter</source>
        <translation>without adapter</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1, seed %2</source>
        <translation>temperature %1, seed %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>at most %n token</numerusform>
            <numerusform>at most %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Pictures (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1. Choose another folder.</source>
        <translation>The picture could not be saved as %1. Choose another folder.</translation>
    </message>
    <message>
        <source>slower · %1 after the first token</source>
        <translation>slower · %1 after the first token</translation>
    </message>
    <message>
        <source>slower, the median · from %1 to %2</source>
        <translation>slower, the median · from %1 to %2</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>greedy</translation>
    </message>
</context>
<context>
    <name>canter::ui::ContextMeter</name>
    <message>
        <source>%1 of %2 tokens of the context</source>
        <translation>%1 of %2 tokens of the context</translation>
    </message>
    <message>
        <source>Little room is left for an answer; start a new chat, or shorten what you write.</source>
        <translation>Little room is left for an answer; start a new chat, or shorten what you write.</translation>
    </message>
    <message>
        <source>This does not fit: %1 tokens, and the model reads %2.</source>
        <translation>This does not fit: %1 tokens, and the model reads %2.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Folders</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadListModel</name>
    <message>
        <source>%1 s left</source>
        <translation>%1 s left</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>%1 min left</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>%1 h left</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>waits for those before it</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 per second</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Asking for it…</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadsController</name>
    <message>
        <source>%1 of the disk is free</source>
        <translation>%1 of the disk is free</translation>
    </message>
    <message>
        <source>What you got takes %1</source>
        <translation>What you got takes %1</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Checking the file…</translation>
    </message>
    <message>
        <source>Checked: the file is whole and unchanged</source>
        <translation>Checked: the file is whole and unchanged</translation>
    </message>
</context>
<context>
    <name>canter::ui::FiguresModel</name>
    <message>
        <source>First token, on average</source>
        <translation>First token, on average</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>First token</translation>
    </message>
    <message>
        <source>Speed after it</source>
        <translation>Speed after it</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Tokens per step</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>All answers</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Whole answer</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubListModel</name>
    <message>
        <source>licence not said</source>
        <translation>licence not said</translation>
    </message>
    <message>
        <source>downloaded %1 times</source>
        <translation>downloaded %1 times</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 files</translation>
    </message>
    <message>
        <source>does not fit in memory</source>
        <translation>does not fit in memory</translation>
    </message>
    <message>
        <source>Canter does not run models of the family %1</source>
        <translation>Canter does not run models of the family %1</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubTokenController</name>
    <message>
        <source>It comes from HF_TOKEN, as Canter was started.</source>
        <translation>It comes from HF_TOKEN, as Canter was started.</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring and shown to %1 alone.</source>
        <translation>It is kept in the system&apos;s keyring and shown to %1 alone.</translation>
    </message>
    <message>
        <source>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</source>
        <translation>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</translation>
    </message>
    <message>
        <source>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</source>
        <translation>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ImportController</name>
    <message>
        <source>Importing chats…</source>
        <translation>Importing chats…</translation>
    </message>
    <message numerus="yes">
        <source>Importing chats: %n</source>
        <translation>
            <numerusform>Importing chats: %n</numerusform>
            <numerusform>Importing chats: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported</source>
        <translation>
            <numerusform>%n chat imported</numerusform>
            <numerusform>%n chats imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were here already</source>
        <translation>
            <numerusform>%n chat was here already</numerusform>
            <numerusform>%n chats were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without messages left out</source>
        <translation>
            <numerusform>%n without messages left out</numerusform>
            <numerusform>%n without messages left out</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats were imported</source>
        <translation>No chats were imported</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or chat(s) could not be imported. %1</source>
        <translation>
            <numerusform>One file or chat could not be imported. %1</numerusform>
            <numerusform>%n files or chats could not be imported. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::MessageListModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) are no longer read</source>
        <translation>
            <numerusform>%n earlier message is no longer read</numerusform>
            <numerusform>%n earlier messages are no longer read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before this are no longer read</source>
        <translation>
            <numerusform>%n message before this is no longer read</numerusform>
            <numerusform>%n messages before this are no longer read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelListModel</name>
    <message>
        <source>context of %1 tokens</source>
        <translation>context of %1 tokens</translation>
    </message>
    <message>
        <source>No adapter yet</source>
        <translation>No adapter yet</translation>
    </message>
    <message>
        <source>An adapter for it lies beside it, not tried yet</source>
        <translation>An adapter for it lies beside it, not tried yet</translation>
    </message>
    <message>
        <source>An adapter was set aside: it was not faster here</source>
        <translation>An adapter was set aside: it was not faster here</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>%1× here</translation>
    </message>
    <message>
        <source>%1 tokens per step</source>
        <translation>%1 tokens per step</translation>
    </message>
    <message>
        <source>Adapter: comes with the model</source>
        <translation>Adapter: comes with the model</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adapter: %1</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Starter model</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Needs %1 of memory, and %2 is free</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Needs %1 of memory</translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelStatus</name>
    <message>
        <source>Starter model</source>
        <translation>Starter model</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 billion parameters</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 million parameters</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>context of %1 tokens</translation>
    </message>
    <message>
        <source>It answers on this computer; nothing you write leaves it.</source>
        <translation>It answers on this computer; nothing you write leaves it.</translation>
    </message>
    <message>
        <source>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</source>
        <translation>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</source>
        <translation>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Open another model, or use the starter model.</source>
        <translation>Open another model, or use the starter model.</translation>
    </message>
    <message numerus="yes">
        <source>%1× on your last %n answer(s)</source>
        <translation>
            <numerusform>%1× on your last answer</numerusform>
            <numerusform>%1× on your last %n answers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2 stays open.</source>
        <translation>%1. %2 stays open.</translation>
    </message>
    <message numerus="yes">
        <source>%1 slower on your last %n answer(s)</source>
        <translation>
            <numerusform>%1 slower on your last answer</numerusform>
            <numerusform>%1 slower on your last %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as fast as without on your last %n answer(s)</source>
        <translation>
            <numerusform>as fast as without on your last answer</numerusform>
            <numerusform>as fast as without on your last %n answers</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on this computer, answers to you alone.</source>
        <translation>Measured on this computer, answers to you alone.</translation>
    </message>
    <message>
        <source>Nothing was measured here yet; answers of some length show it.</source>
        <translation>Nothing was measured here yet; answers of some length show it.</translation>
    </message>
    <message>
        <source>Canter drafts nothing while that takes more time than it saves, and tries again.</source>
        <translation>Canter drafts nothing while that takes more time than it saves, and tries again.</translation>
    </message>
    <message>
        <source>What helps: tune the adapter on prompts like yours.</source>
        <translation>What helps: tune the adapter on prompts like yours.</translation>
    </message>
    <message>
        <source>What helps: tune an adapter for this model.</source>
        <translation>What helps: tune an adapter for this model.</translation>
    </message>
    <message>
        <source>Other programs that use the processor take from it.</source>
        <translation>Other programs that use the processor take from it.</translation>
    </message>
</context>
<context>
    <name>canter::ui::OfferListModel</name>
    <message>
        <source>The most able that writes faster than you read</source>
        <translation>The most able that writes faster than you read</translation>
    </message>
    <message>
        <source>The quickest for everyday questions</source>
        <translation>The quickest for everyday questions</translation>
    </message>
    <message>
        <source>The most able that fits, at any speed</source>
        <translation>The most able that fits, at any speed</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>Small and quick</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 languages</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Needs %1 of memory, and %2 is free</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Needs %1 of memory</translation>
    </message>
    <message>
        <source>%1 with long texts</source>
        <translation>%1 with long texts</translation>
    </message>
    <message>
        <source>long texts do not fit</source>
        <translation>long texts do not fit</translation>
    </message>
    <message>
        <source>reads %1 tokens at most</source>
        <translation>reads %1 tokens at most</translation>
    </message>
    <message>
        <source>About %1 tokens per second</source>
        <translation>About %1 tokens per second</translation>
    </message>
    <message>
        <source>About %1 tokens per second, %2 accelerated</source>
        <translation>About %1 tokens per second, %2 accelerated</translation>
    </message>
</context>
<context>
    <name>canter::ui::OffersController</name>
    <message>
        <source>%1 of memory free</source>
        <translation>%1 of memory free</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message>
        <source>memory reads %1 GB/s</source>
        <translation>memory reads %1 GB/s</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>Asking for a newer catalogue…</translation>
    </message>
    <message>
        <source>The catalogue is of %1.</source>
        <translation>The catalogue is of %1.</translation>
    </message>
    <message>
        <source>There is no newer catalogue.</source>
        <translation>There is no newer catalogue.</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Asking for it…</translation>
    </message>
    <message>
        <source>Its makers say nothing of it.</source>
        <translation>Its makers say nothing of it.</translation>
    </message>
</context>
<context>
    <name>canter::ui::RemoteController</name>
    <message>
        <source>There is no model at this address. Load one there, then look again.</source>
        <translation>There is no model at this address. Load one there, then look again.</translation>
    </message>
</context>
<context>
    <name>canter::ui::Session</name>
    <message numerus="yes">
        <source>Canter ended in the middle of %n answer(s). What was there is kept.</source>
        <translation>
            <numerusform>Canter ended in the middle of an answer. What was there is kept.</numerusform>
            <numerusform>Canter ended in the middle of %n answers. What was there is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. %n message(s) could be read and are in a new one, some could not. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>The database was damaged. %n message could be read and is in a new one, some could not. The damaged file is kept as %1.</numerusform>
            <numerusform>The database was damaged. %n messages could be read and are in a new one, some could not. The damaged file is kept as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. All %n message(s) could be read and are in a new one. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>The database was damaged. Its only message could be read and is in a new one. The damaged file is kept as %1.</numerusform>
            <numerusform>The database was damaged. All %n messages could be read and are in a new one. The damaged file is kept as %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be saved before is saved now.</source>
        <translation>What could not be saved before is saved now.</translation>
    </message>
</context>
<context>
    <name>canter::ui::SettingsController</name>
    <message>
        <source>No program opens folders here. The folder is %1.</source>
        <translation>No program opens folders here. The folder is %1.</translation>
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
        <translation>%1 (copy)</translation>
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
        <translation>New folder</translation>
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
        <translation>Moving %1: %2 of %3</translation>
    </message>
    <message>
        <source>No file is there twice.</source>
        <translation>No file is there twice.</translation>
    </message>
    <message>
        <source>One of each would be enough. That would free %1.</source>
        <translation>One of each would be enough. That would free %1.</translation>
    </message>
</context>
<context>
    <name>canter::ui::TrashModel</name>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message>
        <source>A message without text</source>
        <translation>A message without text</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of “%1”</source>
        <translation>
            <numerusform>%n message of “%1”</numerusform>
            <numerusform>%n messages of “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message numerus="yes">
        <source>The model answers %n prompt(s), and some are kept aside to measure with.</source>
        <translation>
            <numerusform>The model answers %n prompt, and some are kept aside to measure with.</numerusform>
            <numerusform>The model answers %n prompts, and some are kept aside to measure with.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no time for all of the %L1; a longer tuning learns from more.</source>
        <translation>There is no time for all of the %L1; a longer tuning learns from more.</translation>
    </message>
    <message>
        <source>up to %1 beside the model</source>
        <translation>up to %1 beside the model</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) collected</source>
        <translation>
            <numerusform>%n answer collected</numerusform>
            <numerusform>%n answers collected</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1 · loss %2</source>
        <translation>Step %L1 · loss %2</translation>
    </message>
    <message>
        <source>Answering with and without it</source>
        <translation>Answering with and without it</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>less than a minute left</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>about %1 left</translation>
    </message>
    <message>
        <source>%1 tokens per step on unseen prompts</source>
        <translation>%1 tokens per step on unseen prompts</translation>
    </message>
    <message>
        <source>%1 now answers %2 as fast</source>
        <translation>%1 now answers %2 as fast</translation>
    </message>
    <message>
        <source>This adapter does not pay on this computer</source>
        <translation>This adapter does not pay on this computer</translation>
    </message>
    <message>
        <source>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</source>
        <translation>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</translation>
    </message>
    <message>
        <source>It is in use from now on; the text of answers stays the same.</source>
        <translation>It is in use from now on; the text of answers stays the same.</translation>
    </message>
    <message>
        <source>Canter goes on as before. The adapter is kept, in case.</source>
        <translation>Canter goes on as before. The adapter is kept, in case.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
</TS>
