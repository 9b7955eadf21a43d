<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>Answer anew</translation>
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
        <source>Open model…</source>
        <translation>Open model…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Use the starter model</translation>
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
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>No model is open</translation>
    </message>
    <message>
        <source>For a larger model, open a GGUF file or drop it here. From a terminal: %1</source>
        <translation>For a larger model, open a GGUF file or drop it here. From a terminal: %1</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Open model…</translation>
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
        <source>“%1” is in the trash</source>
        <translation>“%1” is in the trash</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Drop a GGUF file to open it</source>
        <translation>Drop a GGUF file to open it</translation>
    </message>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>Tuning %1 ended early</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
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
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
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
        <source>Prompt: %1 tokens, %2 of them kept from the last turn, read in %3 s</source>
        <translation>Prompt: %1 tokens, %2 of them kept from the last turn, read in %3 s</translation>
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
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>Drafts: %1 rows a step, right by depth %2</translation>
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
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
</context>
<context>
    <name>QuestionEditor</name>
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
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>no adapter for this model yet</translation>
    </message>
    <message>
        <source>not worth it on this model</source>
        <translation>not worth it on this model</translation>
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
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>Thinking</translation>
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
        <source>Go on where it ended</source>
        <translation>Go on where it ended</translation>
    </message>
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
        <source>Those that come with Canter</source>
        <translation>Those that come with Canter</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>Questions, writing, code and lists, in eleven languages</translation>
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
        <source>Go on</source>
        <translation>Go on</translation>
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
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>New chat</translation>
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
        <source>It knows bookings, small talk and Canter&apos;s own help. It is no general assistant.</source>
        <translation>It knows bookings, small talk and Canter&apos;s own help. It is no general assistant.</translation>
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
    <message>
        <source>%1× here</source>
        <translation>%1× here</translation>
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
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
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
