<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>重新回答</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>输入消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止（Esc）</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送（Enter）</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Opened so far: %1</source>
        <translation>已打开：%1</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>选择其他模型</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>使用入门模型</translation>
    </message>
    <message>
        <source>Accelerate</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>速度：%1</translation>
    </message>
    <message>
        <source>Tune adapter…</source>
        <translation>调优适配器…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>调优…</translation>
    </message>
    <message>
        <source>Make an adapter for this model</source>
        <translation>为此模型制作适配器</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>尚未打开模型</translation>
    </message>
    <message>
        <source>For a larger model, open a GGUF file or drop it here. From a terminal: %1</source>
        <translation>想用更大的模型，请打开一个 GGUF 文件，或把它拖到这里。也可在终端运行：%1</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>跳到最新</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the chats</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>“%1”已移到回收站</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Drop a GGUF file to open it</source>
        <translation>拖放 GGUF 文件即可打开</translation>
    </message>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>%1 的调优提前结束</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Prompts to learn from</source>
        <translation>用于学习的提示</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl)</source>
        <translation>提示 (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>对话内容</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 per step</source>
        <translation>每步 %1 个</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>首词元 %1 秒</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them kept from the last turn, read in %3 s</source>
        <translation>提示：%1 个词元，其中 %2 个沿用上一轮，读取用时 %3 秒</translation>
    </message>
    <message>
        <source>Answer: %1 tokens in %2 steps</source>
        <translation>回答：%1 个词元，共 %2 步</translation>
    </message>
    <message>
        <source>Altogether: %1 s</source>
        <translation>总计：%1 秒</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Interrupted when Canter ended</source>
        <translation>Canter 退出时中断</translation>
    </message>
    <message>
        <source>The answer failed</source>
        <translation>回答失败</translation>
    </message>
    <message>
        <source>Being written by another window</source>
        <translation>另一个窗口正在书写</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>草稿：每步 %1 行，各深度命中 %2</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>打开其他模型…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>使用入门模型</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context>
<context>
    <name>QuestionEditor</name>
    <message>
        <source>Edit the message</source>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>What was said before stays as another version.</source>
        <translation>之前的内容会作为另一个版本保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>此模型尚无适配器</translation>
    </message>
    <message>
        <source>not worth it on this model</source>
        <translation>对此模型并不划算</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month as in &quot;3 May&quot;; see QLocale::toString for the letters</extracomment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>收起侧边栏</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>你的对话会显示在这里。</translation>
    </message>
</context>
<context>
    <name>SidebarStrip</name>
    <message>
        <source>Show the chats</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TuningChart</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>每步词元数</translation>
    </message>
    <message>
        <source>Loss and tokens per step</source>
        <translation>损失与每步词元数</translation>
    </message>
</context>
<context>
    <name>TuningLine</name>
    <message>
        <source>Tuning %1</source>
        <translation>正在调优 %1</translation>
    </message>
</context>
<context>
    <name>TuningOutcome</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Tune anew…</source>
        <translation>重新调优…</translation>
    </message>
</context>
<context>
    <name>TuningPlan</name>
    <message>
        <source>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</source>
        <translation>适配器让模型一次猜出后面的几个词并同时核对。回答来得更快，内容完全相同。</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>收集回答</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>正在测量这台电脑…</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>The adapter learns to guess what the model says. The model itself is not changed.</source>
        <translation>适配器学习猜测模型要说的话。模型本身不会改变。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Prompts it never saw are answered with and without it. It is switched on if it pays.</source>
        <translation>用它从未见过的提示，分别在使用和不使用它时作答。确有加速才会启用。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1（建议）</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message numerus="yes">
        <source>Learn from my own %n question(s) too</source>
        <translation>
            <numerusform>也从我自己的 %n 个问题中学习</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer</source>
        <translation>它们不会离开这台电脑</translation>
    </message>
    <message>
        <source>You can go on chatting meanwhile: tuning waits while an answer is written.</source>
        <translation>调优期间可以继续聊天：生成回答时调优会暂停等待。</translation>
    </message>
    <message>
        <source>Go on where it ended</source>
        <translation>从上次结束处继续</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Start tuning</source>
        <translation>开始调优</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>来自文件…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>每行一个 JSON 格式的对话</translation>
    </message>
    <message>
        <source>Those that come with Canter</source>
        <translation>Canter 自带的</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>提问、写作、代码与清单，含十一种语言</translation>
    </message>
</context>
<context>
    <name>TuningRun</name>
    <message>
        <source>Collect answers</source>
        <translation>收集回答</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What was learned is kept, and you can go on later</source>
        <translation>已学到的内容会保留，以后可以继续</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>TuningSheet</name>
    <message>
        <source>Tune adapter</source>
        <translation>调优适配器</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TuningStep</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>VersionArrows</name>
    <message>
        <source>Earlier version</source>
        <translation>较早的版本</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>第 %1 个版本，共 %2 个</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>较晚的版本</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatController</name>
    <message>
        <source>Waiting for the model to open</source>
        <translation>正在等待模型打开</translation>
    </message>
    <message>
        <source>Waiting for the answer in another chat</source>
        <translation>正在等待另一个对话的回答</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelStatus</name>
    <message>
        <source>Starter model</source>
        <translation>入门模型</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 B 参数</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 M 参数</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>上下文 %1 词元</translation>
    </message>
    <message>
        <source>It answers on this computer; nothing you write leaves it.</source>
        <translation>它在这台电脑上回答；你写的内容不会离开这里。</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help. It is no general assistant.</source>
        <translation>它会预订、闲聊，也懂 Canter 自身的帮助（仅英语），但不是通用助手。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Open another model, or use the starter model.</source>
        <translation>请打开其他模型，或使用入门模型。</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>此处快 %1 倍</translation>
    </message>
</context>
<context>
    <name>canter::ui::Session</name>
    <message numerus="yes">
        <source>Canter ended in the middle of %n answer(s). What was there is kept.</source>
        <translation>
            <numerusform>Canter 上次退出时有 %n 个回答未完成，已有内容均已保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message>
        <source>%1×</source>
        <translation>%1 倍</translation>
    </message>
    <message numerus="yes">
        <source>The model answers %n prompt(s), and some are kept aside to measure with.</source>
        <translation>
            <numerusform>模型回答 %n 个提示，其中一部分留作测量之用。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no time for all of the %L1; a longer tuning learns from more.</source>
        <translation>时间不足以回答全部 %L1 个；调优时间越长，学到的越多。</translation>
    </message>
    <message>
        <source>up to %1 beside the model</source>
        <translation>除模型外最多 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) collected</source>
        <translation>
            <numerusform>已收集 %n 个回答</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1 · loss %2</source>
        <translation>第 %L1 步 · 损失 %2</translation>
    </message>
    <message>
        <source>Answering with and without it</source>
        <translation>正在分别使用和不使用它作答</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>大约还需 %1</translation>
    </message>
    <message>
        <source>%1 tokens per step on unseen prompts</source>
        <translation>未见过的提示上每步 %1 个词元</translation>
    </message>
    <message>
        <source>%1 now answers %2 as fast</source>
        <translation>%1 的回答速度现在是原来的 %2</translation>
    </message>
    <message>
        <source>This adapter does not pay on this computer</source>
        <translation>这个适配器在这台电脑上没有加速效果</translation>
    </message>
    <message>
        <source>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</source>
        <translation>在从未见过的提示上测得：使用它为 %1，此前为 %2（普通解码为 1 倍）。每步 %3 个词元。</translation>
    </message>
    <message>
        <source>It is in use from now on; the text of answers stays the same.</source>
        <translation>从现在起启用；回答的内容保持不变。</translation>
    </message>
    <message>
        <source>Canter goes on as before. The adapter is kept, in case.</source>
        <translation>Canter 照旧运行。适配器会保留以备后用。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
</TS>
