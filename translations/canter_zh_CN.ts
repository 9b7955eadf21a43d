<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</source>
        <translation>Ollama、LM Studio、vLLM、llama.cpp 服务器，或提供 OpenAI 接口的服务商的地址。你在与其模型的对话中写的内容会发送到那里。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>密钥（如果需要）</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</source>
        <translation>密钥保存在系统的密钥环中；没有密钥环时，保存到 Canter 退出为止。写 $NAME 则从该变量读取。</translation>
    </message>
    <message>
        <source>Key file and certificates</source>
        <translation>密钥文件和证书</translation>
    </message>
    <message>
        <source>File whose first line is the key</source>
        <translation>首行为密钥的文件</translation>
    </message>
    <message>
        <source>Certificates to trust there (PEM file)</source>
        <translation>在那里信任的证书（PEM 文件）</translation>
    </message>
    <message>
        <source>Add and open</source>
        <translation>添加并打开</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>查找其模型</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue and leave out the oldest</source>
        <translation>省略最早的内容并继续</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Branch from here into a new chat</source>
        <translation>从这里分支到新对话</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>This run was started with a theme of its own. The choice is for the next.</source>
        <translation>本次运行启动时指定了主题，此选择下次生效。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>This run was started in a language of its own. The choice is for the next.</source>
        <translation>本次运行启动时指定了语言，此选择下次生效。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动效</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>“%1” is larger than %2; attach a part of it</source>
        <translation>“%1”超过 %2；请只附上其中一部分</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is a picture, and no model here sees pictures; say in words what is in it</source>
        <translation>“%1”是图片，这里的模型都看不了图片；请用文字说明其中的内容</translation>
    </message>
    <message>
        <source>“%1” is not text; text, PDF, DOCX and ODT files can be attached</source>
        <translation>“%1”不是文本；可以附上文本、PDF、DOCX 和 ODT 文件</translation>
    </message>
    <message>
        <source>“%1” is no file; choose a file with text</source>
        <translation>“%1”不是文件；请选择含有文字的文件</translation>
    </message>
    <message>
        <source>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</source>
        <translation>“%1”不是 Canter 能读取的文档；可以附上文本、PDF、DOCX 和 ODT 文件</translation>
    </message>
    <message>
        <source>“%1” has no text in it</source>
        <translation>“%1”里没有文字</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read; save it anew</source>
        <translation>“%1”已损坏，无法读取；请重新保存</translation>
    </message>
    <message>
        <source>“%1” asks for a password; save a copy without one</source>
        <translation>“%1”需要密码；请另存一份不带密码的副本</translation>
    </message>
    <message>
        <source>“%1” is a PDF, which this build of Canter does not read; save it as text</source>
        <translation>“%1”是 PDF，这个版本的 Canter 无法读取；请另存为文本</translation>
    </message>
    <message>
        <source>“%1” has no text, only pictures of its pages; have a text recognition program read it first</source>
        <translation>“%1”只有页面图片，没有文字；可用文字识别程序提取</translation>
    </message>
</context>
<context>
    <name>AttachmentChips</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Summarizing “%1”…</source>
        <translation>正在总结“%1”…</translation>
    </message>
    <message>
        <source>Summarizing “%1”: part %2 of %3</source>
        <translation>正在总结“%1”：第 %2 部分，共 %3 部分</translation>
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
        <translation>隐藏文件内容</translation>
    </message>
    <message>
        <source>Shows what is in the file</source>
        <translation>显示文件内容</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Hide the catalogue</source>
        <translation>隐藏目录</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n model(s) of the catalogue</source>
        <translation>
            <numerusform>显示目录中的全部 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for a newer catalogue</source>
        <translation>查找更新的目录</translation>
    </message>
    <message>
        <source>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</source>
        <translation>只有按下此按钮时才会获取，且必须带有 Canter 制作者的签名。</translation>
    </message>
</context>
<context>
    <name>ChatDocument</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>附件：%1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>手动编辑过</translation>
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
        <translation>精确</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>模型默认</translation>
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
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Settings of this chat</source>
        <translation>此对话的设置</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>You are a patient teacher.</source>
        <translation>你是一位耐心的老师。</translation>
    </message>
    <message>
        <source>Tells the model who it is, before all that is said.</source>
        <translation>在所有对话之前告诉模型它是谁。</translation>
    </message>
    <message>
        <source>Higher is more surprising. The server decides until you change it.</source>
        <translation>越高越出人意料。在你更改之前由服务器决定。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Higher is more surprising.</source>
        <translation>越高越出人意料。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share.</source>
        <translation>只取合计达到此比例的最可能的词。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words with this share of the likeliest one&apos;s chance.</source>
        <translation>只取概率不低于最可能词此比例的词。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words; 0 for all.</source>
        <translation>只取这么多最可能的词；0 表示全部。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>1 is none; more makes repeated words less likely.</source>
        <translation>1 表示没有；越大越不易重复。</translation>
    </message>
    <message>
        <source>In tokens; empty for no limit.</source>
        <translation>以词元计；留空表示不限。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same answer again; empty for another each time.</source>
        <translation>相同的种子得到相同的回答；留空则每次不同。</translation>
    </message>
    <message>
        <source>Mark drafted words in answers</source>
        <translation>在回答中标出草拟的词</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>用于新对话</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Greedy: always the likeliest word.</source>
        <translation>贪心：总是最可能的词。</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>最大长度</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>%1 · shown as code</source>
        <translation>%1 · 以代码显示</translation>
    </message>
    <message>
        <source>Long lines as they are</source>
        <translation>长行不换行</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>保存为文件</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>没有叫这个名字的命令。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>写消息</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Undo the last deletion</source>
        <translation>撤销上次删除</translation>
    </message>
    <message>
        <source>Answer anew</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Turn acceleration on or off</source>
        <translation>打开或关闭加速</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>此对话的设置</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Tune an adapter</source>
        <translation>调优适配器</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>转到对话</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>转到比较</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>转到模型</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>转到设置</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>转到回收站</translation>
    </message>
    <message>
        <source>Fold or show the sidebar</source>
        <translation>收起或展开侧边栏</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>按键列表</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>New folder for chats</source>
        <translation>新建对话文件夹</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>复制此对话</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>将此对话移到回收站</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>将此对话导出为 Markdown</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>将此对话导出为 JSON</translation>
    </message>
    <message>
        <source>Save this chat as PDF</source>
        <translation>将此对话另存为 PDF</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>打印此对话</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</source>
        <translation>同一提示词，普通与加速各答一次。文字不变，看看快了多少。</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>使用入门模型</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>调优…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Earlier comparisons</source>
        <translation>以前的比较</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The comparison is deleted</source>
        <translation>比较已删除</translation>
    </message>
</context>
<context>
    <name>CompareSettings</name>
    <message>
        <source>Words</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>At random, both ways with the same numbers</source>
        <translation>随机抽取，两边使用相同的随机数</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message numerus="yes">
        <source>At most %n token(s)</source>
        <translation>
            <numerusform>最多 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>最大长度</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n 条提示词</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
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
    <message>
        <source>Attach a file</source>
        <translation>附上文件</translation>
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
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
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
    <message>
        <source>All models…</source>
        <translation>全部模型…</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>此对话的设置</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The model of this chat. It opens with your next message.</source>
        <translation>此对话使用的模型，发送下一条消息时打开。</translation>
    </message>
</context>
<context>
    <name>ComputingSection</name>
    <message>
        <source>Computing</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>处理器核心</translation>
    </message>
    <message>
        <source>More answer faster, up to the cores there are; fewer leave room for other programs.</source>
        <translation>越多回答越快，以现有核心为限；少一些可给其他程序留出余地。</translation>
    </message>
    <message numerus="yes">
        <source>This run was started with %n thread(s). The choice is for the next.</source>
        <translation>
            <numerusform>本次运行以 %n 个线程启动，此选择下次生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>自动（%1）</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</source>
        <translation>模型对对话的记忆经过取整，可容纳更长的对话。回答偶尔会有一词之差。</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is kept as it was computed.</source>
        <translation>模型对对话的记忆按计算结果原样保存。</translation>
    </message>
    <message>
        <source>Exact (F32)</source>
        <translation>精确 (F32)</translation>
    </message>
    <message>
        <source>Half the memory (F16)</source>
        <translation>一半内存 (F16)</translation>
    </message>
    <message>
        <source>A quarter of the memory (Q8_0)</source>
        <translation>四分之一内存 (Q8_0)</translation>
    </message>
    <message>
        <source>Applies after the running answer.</source>
        <translation>在当前回答之后生效。</translation>
    </message>
    <message>
        <source>A change applies after the running answer.</source>
        <translation>更改在当前回答之后生效。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Chat memory (KV cache)</source>
        <translation>对话内存（KV 缓存）</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</source>
        <translation>模型最多读取对话的多少内容。较短的上下文占用更少内存；能读取更少的模型不会被拉长。</translation>
    </message>
    <message>
        <source>As the model can</source>
        <translation>按模型的上限</translation>
    </message>
    <message>
        <source>%L1 tokens</source>
        <translation>%L1 个词元</translation>
    </message>
    <message>
        <source>Chats kept ready</source>
        <translation>随时可继续的对话</translation>
    </message>
    <message>
        <source>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</source>
        <translation>对话按模型读过的样子保留在这部分内存中，返回时无需重新读取。最久未使用的最先移除。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The last one alone</source>
        <translation>仅最后一个</translation>
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
        <translation>对话</translation>
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
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>移到文件夹…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>移出文件夹</translation>
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
    <name>DataSection</name>
    <message>
        <source>Your data</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>数据文件夹：%1</translation>
    </message>
    <message>
        <source>Chats and settings: %1</source>
        <translation>对话与设置：%1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but the names of models that you search for or get.</source>
        <translation>除了你搜索或获取的模型名称，任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>导出全部…</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>全部内容已存入 %1</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>导入对话…</translation>
    </message>
    <message>
        <source>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</source>
        <translation>来自 ChatGPT、Claude、LM Studio、Jan、Open WebUI 或 Canter；已有的不会再次添加。</translation>
    </message>
</context>
<context>
    <name>DefaultModelRow</name>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>Opens when Canter starts, and new chats begin with it.</source>
        <translation>Canter 启动时打开，新对话也从它开始。</translation>
    </message>
    <message>
        <source>The last one used</source>
        <translation>最近使用的</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Getting %1</source>
        <translation>正在获取 %1</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>输入令牌…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>%1: %2 percent are here</source>
        <translation>%1：已下载百分之 %2</translation>
    </message>
</context>
<context>
    <name>DownloadsSection</name>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>earlier text %L1</source>
        <translation>前文 %L1</translation>
    </message>
    <message>
        <source>words seen before %L1</source>
        <translation>见过的词 %L1</translation>
    </message>
    <message>
        <source>trained masks %L1</source>
        <translation>训练的掩码 %L1</translation>
    </message>
    <message>
        <source>trained head %L1</source>
        <translation>训练的草稿头 %L1</translation>
    </message>
    <message>
        <source>the model&apos;s own head %L1</source>
        <translation>模型自带的草稿头 %L1</translation>
    </message>
    <message>
        <source>another model %L1</source>
        <translation>另一个模型 %L1</translation>
    </message>
    <message>
        <source>Guessed right: %L1 of %L2 tokens</source>
        <translation>猜中：%L2 个词元中的 %L1 个</translation>
    </message>
    <message>
        <source>some by several sources</source>
        <translation>部分有多个来源</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>草稿：每步 %1 行，各深度命中 %2</translation>
    </message>
    <message>
        <source>Time: %1 for drafting, %2 for checking</source>
        <translation>时间：起草 %1，核对 %2</translation>
    </message>
</context>
<context>
    <name>DraftModelChoice</name>
    <message>
        <source>Drafts from</source>
        <translation>草稿来自</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>无其他模型</translation>
    </message>
    <message>
        <source>Drafts from %1</source>
        <translation>草稿来自 %1</translation>
    </message>
    <message>
        <source>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</source>
        <translation>词表相同但小得多的模型可以为它起草。回答不变，猜得准时会更快。</translation>
    </message>
    <message>
        <source>No other model</source>
        <translation>不用其他模型</translation>
    </message>
</context>
<context>
    <name>DuplicatesSection</name>
    <message>
        <source>There twice</source>
        <translation>重复的文件</translation>
    </message>
    <message>
        <source>Comparing files of one size…</source>
        <translation>正在比较大小相同的文件…</translation>
    </message>
    <message>
        <source>Programs bring models each for itself. Canter compares the files above and says which are the same.</source>
        <translation>各个程序各自下载模型。Canter 会比较上面的文件，并指出哪些相同。</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>查找重复文件</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>尚未打开模型</translation>
    </message>
    <message>
        <source>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</source>
        <translation>更大的模型知道得更多。Canter 会找出三个适合这台电脑的；也可以打开一个 GGUF 文件，或把它拖到这里。</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>获取模型…</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>%1: plain %2, accelerated %3</source>
        <translation>%1：普通 %2，加速 %3</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop a model to open it, exported chats to import them, or a file to write about it</source>
        <translation>拖入模型以打开，拖入导出的对话以导入，或拖入文件来谈论它</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>Folder with %n chat(s)</source>
        <translation>
            <numerusform>包含 %n 个对话的文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>删除文件夹，保留其中的对话</translation>
    </message>
</context>
<context>
    <name>FolderSection</name>
    <message>
        <source>Where models are kept</source>
        <translation>模型存放位置</translation>
    </message>
    <message>
        <source>Folder for models: %1</source>
        <translation>模型文件夹：%1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Use Canter&apos;s own folder</source>
        <translation>使用 Canter 自己的文件夹</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that you got lie in another folder.</source>
        <translation>
            <numerusform>有 %n 个已获取的模型在另一个文件夹中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another folder is for what you get from then on. What is there already stays where it is until you move it.</source>
        <translation>另一个文件夹用于之后获取的内容。已有的内容在你移动之前留在原处。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>移到这里</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Put %1 into the list</source>
        <translation>将 %1 加入列表</translation>
    </message>
</context>
<context>
    <name>FoundModels</name>
    <message>
        <source>Found on this computer</source>
        <translation>在这台电脑上找到</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新搜索</translation>
    </message>
    <message>
        <source>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</source>
        <translation>没有找到其他模型。模型是 GGUF 文件或含 safetensors 的文件夹；可从任意位置添加。</translation>
    </message>
    <message>
        <source>Canter looked in:</source>
        <translation>Canter 查找过：</translation>
    </message>
</context>
<context>
    <name>GetButton</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>GetModelsPage</name>
    <message>
        <source>Get models</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>All your models</source>
        <translation>你的所有模型</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, not identical, %2</source>
        <translation>%1，不一致，%2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>HubModelCard</name>
    <message>
        <source>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</source>
        <translation>制作者要求先在 huggingface.co 上接受条款，并提供访问令牌（见下方）。</translation>
    </message>
    <message>
        <source>Fewer sizes</source>
        <translation>收起其他大小</translation>
    </message>
    <message numerus="yes">
        <source>%n more size(s)</source>
        <translation>
            <numerusform>另有 %n 种大小</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide its card</source>
        <translation>隐藏说明</translation>
    </message>
    <message>
        <source>Read its card</source>
        <translation>阅读说明</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Search Hugging Face</source>
        <translation>搜索 Hugging Face</translation>
    </message>
    <message>
        <source>A model&apos;s name, as in “granite 2b”</source>
        <translation>模型名称，例如“granite 2b”</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>正在搜索“%1”…</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Try fewer or other words.</source>
        <translation>没有找到“%1”。请减少或更换词语。</translation>
    </message>
    <message>
        <source>What you type is sent to huggingface.co when you press Enter, and nothing else.</source>
        <translation>按下回车键时，你输入的内容会发送到 huggingface.co，此外不发送任何内容。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
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
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>另起一行</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Bring back an earlier question</source>
        <translation>取回之前的问题</translation>
    </message>
    <message>
        <source>Rename the chat in the list</source>
        <translation>重命名列表中的对话</translation>
    </message>
    <message>
        <source>Move the chat in the list to the trash</source>
        <translation>将列表中的对话移到回收站</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>Its turn comes next</source>
        <translation>接下来轮到它</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>as it just was</source>
        <translation>回放刚才的过程</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回答：%1</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>打开此链接？</translation>
    </message>
    <message>
        <source>This link cannot be opened here</source>
        <translation>此链接无法在这里打开</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>它指向 %1。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Close without saving?</source>
        <translation>不保存就关闭吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</source>
        <translation>
            <numerusform>有 %n 条消息无法写入磁盘，关闭后会丢失。Canter 会继续尝试：磁盘一有空间就会保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Canter open</source>
        <translation>保持 Canter 打开</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>关闭并放弃</translation>
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
    <message>
        <source>Export the chat</source>
        <translation>导出对话</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>要比较的提示词</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>A folder for models</source>
        <translation>存放模型的文件夹</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>导出全部</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>保存代码</translation>
    </message>
    <message>
        <source>Exported chats (*.json *.jsonl)</source>
        <translation>导出的对话 (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>导入对话</translation>
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
    <name>MessageEditor</name>
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
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>对话内容</translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>The model&apos;s context is full with this turn alone. Ask for less at a time, or open a model with a longer context.</source>
        <translation>仅这一问一答就占满了模型的上下文。请一次少问一些，或打开上下文更长的模型。</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>复制所选内容</translation>
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
        <source>Ended by your token limit</source>
        <translation>已达到词元上限</translation>
    </message>
    <message>
        <source>The model&apos;s context is full</source>
        <translation>模型的上下文已满</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, read in %2 s</source>
        <translation>提示：%1 个词元，读取用时 %2 秒</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</source>
        <translation>提示：%1 个词元，其中 %2 个已读过，其余读取用时 %3 秒</translation>
    </message>
    <message>
        <source>Read from its beginning</source>
        <translation>从头读取</translation>
    </message>
    <message>
        <source>Went on where the last answer ended</source>
        <translation>从上一个回答的结尾继续</translation>
    </message>
    <message>
        <source>Went back to where it parts from the text before</source>
        <translation>回到与之前文本分开之处继续</translation>
    </message>
    <message>
        <source>Went back to a state that was kept, and read on from there</source>
        <translation>回到保留的状态，从那里继续读取</translation>
    </message>
    <message>
        <source>Read again from its beginning, since nothing that early was kept</source>
        <translation>没有保留那么早的状态，因此从头重新读取</translation>
    </message>
    <message>
        <source>Read again from its beginning, as this model must when a text gets long</source>
        <translation>文本变长时该模型需要从头重新读取</translation>
    </message>
    <message>
        <source>tuned here, no. %1</source>
        <translation>在此调优，第 %1 个</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>适配器：%1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>手动编辑过</translation>
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
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Try the adapter</source>
        <translation>试用适配器</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>调优…</translation>
    </message>
    <message>
        <source>Make an adapter for %1</source>
        <translation>为 %1 制作适配器</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>再次检查文件</translation>
    </message>
    <message>
        <source>Delete from the disk…</source>
        <translation>从磁盘删除…</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Get models…</source>
        <translation>获取模型…</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>添加地址…</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Good at: %1</source>
        <translation>擅长：%1</translation>
    </message>
    <message>
        <source>But: %1</source>
        <translation>但：%1</translation>
    </message>
</context>
<context>
    <name>OverfullBanner</name>
    <message>
        <source>Leave out the oldest</source>
        <translation>省略最早的</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>只保留开头</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>选择一部分…</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>“%1” is off the list; its file stays</source>
        <translation>“%1”已从列表移除；文件仍保留</translation>
    </message>
    <message>
        <source>“%1” is off the list</source>
        <translation>“%1”已从列表中移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“%1” is here</source>
        <translation>“%1”已就绪</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1, not identical</source>
        <translation>%1，不一致</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>About %1 tokens; %2 fit.</source>
        <translation>约 %1 个词元；可容纳 %2 个。</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Which part of “%1”?</source>
        <translation>选择“%1”的哪一部分？</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>从第几页</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>第几部分</translation>
    </message>
    <message>
        <source>to page</source>
        <translation>到第几页</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>共 %L1</translation>
    </message>
    <message>
        <source>Take this part</source>
        <translation>使用这一部分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Another program on this computer answers, at %1.</source>
        <translation>由这台电脑上的另一个程序回答：%1。</translation>
    </message>
    <message>
        <source>What you write leaves this computer: it goes to %1.</source>
        <translation>你写的内容会离开这台电脑，发送到 %1。</translation>
    </message>
    <message>
        <source>What you write leaves this computer, unencrypted: it goes to %1.</source>
        <translation>你写的内容会未加密地离开这台电脑，发送到 %1。</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>新预设的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>One prompt</source>
        <translation>一条提示词</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>一组提示词</translation>
    </message>
    <message>
        <source>Write a prompt that both answer</source>
        <translation>写一条两边都要回答的提示词</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>来自文件…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>每行一个 JSON 对话</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n 条提示词</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them that fit the model are answered both ways.</source>
        <translation>其中前几条适合模型的会以两种方式回答。</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</source>
        <translation>提问、写作、代码和列表。时间允许时，适配器从其他提示词学习。</translation>
    </message>
    <message>
        <source>One after the other, so that neither slows the other. Then both are shown from the same start.</source>
        <translation>先后进行，互不拖慢。然后从同一起点展示两者。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run (Ctrl+Enter)</source>
        <translation>运行 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Delete with what follows</source>
        <translation>连同后续一起删除</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>词元随时间</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>每词元用时</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>此模型尚无适配器</translation>
    </message>
    <message>
        <source>no drafts just now</source>
        <translation>目前不起草</translation>
    </message>
</context>
<context>
    <name>RecommendedSection</name>
    <message>
        <source>For this computer</source>
        <translation>适合这台电脑</translation>
    </message>
    <message>
        <source>Measuring how quickly this computer reads its memory…</source>
        <translation>正在测量这台电脑读取内存的速度…</translation>
    </message>
    <message>
        <source>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</source>
        <translation>目录中没有模型能放进空闲内存。请关闭其他程序后再看。</translation>
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
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>过去 30 天</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</source>
        <translation>文件会从磁盘上永久删除，不会移到回收站（%1）。与它的聊天会保留。</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>将数据存为表格</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Save everything, with the time of each token</source>
        <translation>保存全部数据，含每个词元的时间</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save a picture of the result</source>
        <translation>保存结果图片</translation>
    </message>
    <message>
        <source>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</source>
        <translation>先后测量，互不拖慢。两边都从第一个词读取提示词。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Chats found</source>
        <translation>找到的对话</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
</context>
<context>
    <name>ServerModels</name>
    <message>
        <source>Look for a model</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Models at this address</source>
        <translation>此地址的模型</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Address: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</source>
        <translation>这台电脑上的编辑器、脚本和其他聊天窗口可以像询问 OpenAI 或 Ollama 一样询问它。其他电脑和网页都不行。</translation>
    </message>
    <message>
        <source>Let other programs use the open model</source>
        <translation>允许其他程序使用打开的模型</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Starts as soon as a model is open.</source>
        <translation>打开模型后即启动。</translation>
    </message>
    <message>
        <source>The model is called %1 there. No key is needed.</source>
        <translation>模型在那里的名称是 %1。不需要密钥。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</source>
        <translation>Canter %1。依据 GNU 通用公共许可证第 3 版发布的自由软件，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
    <message>
        <source>No chat has “%1”. Try fewer or shorter words.</source>
        <translation>没有对话包含“%1”。请试试更少或更短的词。</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
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
    <name>Speed</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 slower</source>
        <translation>慢 %1</translation>
    </message>
</context>
<context>
    <name>SpeedupBars</name>
    <message>
        <source>Prompts by speed-up</source>
        <translation>各加速比的提示词数</translation>
    </message>
    <message numerus="yes">
        <source>From %1: %n prompt(s)</source>
        <translation>
            <numerusform>从 %1 起：%n 条提示词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepGauge</name>
    <message>
        <source>Tokens of the last steps: %1</source>
        <translation>最近各步的词元数：%1</translation>
    </message>
</context>
<context>
    <name>ThinkingChoice</name>
    <message>
        <source>Thinking before the answer</source>
        <translation>回答前思考</translation>
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
    <name>ThinkingLevel</name>
    <message>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>思考：%1</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers</source>
        <translation>模型回答前思考多少</translation>
    </message>
</context>
<context>
    <name>ThinkingSwitch</name>
    <message>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>The model thinks before it answers</source>
        <translation>模型先思考再回答</translation>
    </message>
</context>
<context>
    <name>ThinkingWishes</name>
    <message>
        <source>As the model does</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>少量</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>深入</translation>
    </message>
</context>
<context>
    <name>ThoughtView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>思考了 %1</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <translation>正在思考… %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>Hides what the model thought</source>
        <translation>隐藏模型的思考过程</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>显示模型的思考过程</translation>
    </message>
    <message>
        <source>Copy what the model thought</source>
        <translation>复制模型的思考过程</translation>
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
    <name>Toasts</name>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>%1 的调优提前结束</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>“%1”已移到回收站</translation>
    </message>
    <message>
        <source>The folder “%1” is deleted, its chats are not</source>
        <translation>文件夹“%1”已删除，其中的对话仍保留</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>打开最新的</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access token for %1</source>
        <translation>%1 的访问令牌</translation>
    </message>
    <message>
        <source>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</source>
        <translation>请先在模型页面上接受条款。令牌在该网站的账户设置中创建；只读令牌就够了。</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</source>
        <translation>令牌保存在系统密钥环中；没有密钥环时只保留到 Canter 退出。只有 %1 会看到它。</translation>
    </message>
    <message>
        <source>Keep it and go on</source>
        <translation>保存并继续</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TokenSection</name>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Enter another…</source>
        <translation>输入另一个…</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>输入令牌…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>忘记它</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>永久删除“%1”？</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>This cannot be undone. An export keeps a copy.</source>
        <translation>此操作无法撤销。导出可以保留副本。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete all that is in the trash for good?</source>
        <translation>永久删除回收站中的所有内容？</translation>
    </message>
    <message>
        <source>What you delete stays here until you restore it or delete it for good.</source>
        <translation>你删除的内容会留在这里，直到你恢复或永久删除。</translation>
    </message>
    <message>
        <source>The trash is empty. Chats and messages that you delete can be restored from here.</source>
        <translation>回收站是空的。你删除的对话和消息可以从这里恢复。</translation>
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
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>提问、写作、代码与清单，含十一种语言</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
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
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
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
    <name>ValueSlider</name>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
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
    <name>WhenFullChoice</name>
    <message>
        <source>When the context is full</source>
        <translation>上下文已满时</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>省略最早的</translation>
    </message>
    <message>
        <source>Leave out the middle</source>
        <translation>省略中间的</translation>
    </message>
    <message>
        <source>The answer ends there, and nothing is left out.</source>
        <translation>回答在此结束，不省略任何内容。</translation>
    </message>
    <message>
        <source>The model goes on without the first questions and answers. They stay in the chat.</source>
        <translation>模型不再读取最初的问答，继续回答。它们仍留在对话中。</translation>
    </message>
    <message>
        <source>The model keeps the first question and the newest ones. All stay in the chat.</source>
        <translation>模型保留第一个问题和最新的问题。全部仍留在对话中。</translation>
    </message>
</context>
<context>
    <name>canter::ui::AttachmentList</name>
    <message>
        <source>%1 tokens · %2 % of the context</source>
        <translation>%1 个词元 · 占上下文的 %2 %</translation>
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
    <message numerus="yes">
        <source>%n message(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (branch)</source>
        <translation>%1（分支）</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatPrinter</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
</context>
<context>
    <name>canter::ui::CodeSaver</name>
    <message>
        <source>Code (*.%1)</source>
        <translation>代码 (*.%1)</translation>
    </message>
    <message>
        <source>The code cannot be saved as “%1”: %2; choose another folder</source>
        <translation>无法将代码保存为“%1”：%2；请选择其他文件夹</translation>
    </message>
</context>
<context>
    <name>canter::ui::CompareController</name>
    <message>
        <source>No model is open. Open one to compare its answers.</source>
        <translation>没有打开的模型。打开一个即可比较它的回答。</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>正在打开 %1。</translation>
    </message>
    <message>
        <source>Answers of %1 cannot be accelerated here: %2.</source>
        <translation>%1 的回答在这里无法加速：%2。</translation>
    </message>
    <message>
        <source>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</source>
        <translation>%1 还没有适配器，因此只能从文本本身猜词。有了适配器会更快。</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>Prompt %L1 of %L2</source>
        <translation>第 %L1 条，共 %L2 条</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>大约还剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 identical</source>
        <translation>%L2 条中 %L1 条一致</translation>
    </message>
    <message>
        <source>Different from token %L1 on</source>
        <translation>从第 %L1 个词元起不同</translation>
    </message>
    <message numerus="yes">
        <source>Identical · %n token(s)</source>
        <translation>
            <numerusform>一致 · %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast · %1 after the first token</source>
        <translation>倍速 · 首词元之后 %1</translation>
    </message>
    <message>
        <source>as fast, the median · from %1 to %2</source>
        <translation>倍速（中位数）· 从 %1 到 %2</translation>
    </message>
    <message>
        <source>So short an answer says little. Ask for a longer one, or run a prompt set.</source>
        <translation>回答太短，说明不了什么。请要求更长的回答，或运行一组提示词。</translation>
    </message>
    <message>
        <source>Without an adapter only what repeats itself can be guessed.</source>
        <translation>没有适配器时只能猜出重复的内容。</translation>
    </message>
    <message>
        <source>without adapter</source>
        <translation>无适配器</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1, seed %2</source>
        <translation>温度 %1，种子 %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>最多 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1. Choose another folder.</source>
        <translation>图片无法保存为 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>slower · %1 after the first token</source>
        <translation>更慢 · 首词元之后 %1</translation>
    </message>
    <message>
        <source>slower, the median · from %1 to %2</source>
        <translation>更慢（中位数）· 从 %1 到 %2</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>贪心</translation>
    </message>
</context>
<context>
    <name>canter::ui::ContextMeter</name>
    <message>
        <source>%1 of %2 tokens of the context</source>
        <translation>上下文 %2 个词元中的 %1 个</translation>
    </message>
    <message>
        <source>Little room is left for an answer; start a new chat, or shorten what you write.</source>
        <translation>留给回答的空间不多；请开始新对话，或写短一些。</translation>
    </message>
    <message>
        <source>This does not fit: %1 tokens, and the model reads %2.</source>
        <translation>放不下：共 %1 个词元，而模型只能读 %2 个。</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadListModel</name>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>还剩 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>还剩 %1 小时</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>等待前面的下载</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>正在请求…</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadsController</name>
    <message>
        <source>%1 of the disk is free</source>
        <translation>磁盘剩余 %1</translation>
    </message>
    <message>
        <source>What you got takes %1</source>
        <translation>已获取的占用 %1</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <source>Checked: the file is whole and unchanged</source>
        <translation>已检查：文件完整且未改动</translation>
    </message>
</context>
<context>
    <name>canter::ui::FiguresModel</name>
    <message>
        <source>First token, on average</source>
        <translation>首词元（平均）</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首词元</translation>
    </message>
    <message>
        <source>Speed after it</source>
        <translation>其后速度</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>每步词元</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>全部回答</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>完整回答</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubListModel</name>
    <message>
        <source>licence not said</source>
        <translation>未注明许可</translation>
    </message>
    <message>
        <source>downloaded %1 times</source>
        <translation>下载 %1 次</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>does not fit in memory</source>
        <translation>放不进内存</translation>
    </message>
    <message>
        <source>Canter does not run models of the family %1</source>
        <translation>Canter 不能运行 %1 系列的模型</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubTokenController</name>
    <message>
        <source>It comes from HF_TOKEN, as Canter was started.</source>
        <translation>来自启动 Canter 时的 HF_TOKEN。</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring and shown to %1 alone.</source>
        <translation>保存在系统密钥环中，只有 %1 会看到。</translation>
    </message>
    <message>
        <source>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</source>
        <translation>由于系统没有密钥环，只保留到 Canter 退出，且只有 %1 会看到。</translation>
    </message>
    <message>
        <source>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</source>
        <translation>有些制作者只向接受其条款的人提供模型。%1 的访问令牌会告诉他们你是谁。</translation>
    </message>
</context>
<context>
    <name>canter::ui::ImportController</name>
    <message>
        <source>Importing chats…</source>
        <translation>正在导入对话…</translation>
    </message>
    <message numerus="yes">
        <source>Importing chats: %n</source>
        <translation>
            <numerusform>正在导入对话：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported</source>
        <translation>
            <numerusform>已导入 %n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were here already</source>
        <translation>
            <numerusform>%n 个对话已在这里</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without messages left out</source>
        <translation>
            <numerusform>略过 %n 个没有消息的对话</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats were imported</source>
        <translation>没有导入任何对话</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or chat(s) could not be imported. %1</source>
        <translation>
            <numerusform>%n 个文件或对话无法导入。%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::MessageListModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) are no longer read</source>
        <translation>
            <numerusform>更早的 %n 条消息不再读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before this are no longer read</source>
        <translation>
            <numerusform>这之前的 %n 条消息不再读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelListModel</name>
    <message>
        <source>context of %1 tokens</source>
        <translation>上下文 %1 词元</translation>
    </message>
    <message>
        <source>No adapter yet</source>
        <translation>还没有适配器</translation>
    </message>
    <message>
        <source>An adapter for it lies beside it, not tried yet</source>
        <translation>旁边有一个尚未试用的适配器</translation>
    </message>
    <message>
        <source>An adapter was set aside: it was not faster here</source>
        <translation>有一个适配器被搁置：在这里并没有更快</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>此处快 %1 倍</translation>
    </message>
    <message>
        <source>%1 tokens per step</source>
        <translation>每步 %1 个词元</translation>
    </message>
    <message>
        <source>Adapter: comes with the model</source>
        <translation>适配器：随模型附带</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>适配器：%1</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>入门模型</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>需要 %1 内存，可用 %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>需要 %1 内存</translation>
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
        <source>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</source>
        <translation>这是一个小模型：能解释、写作和聊天，但常常说错事实。它在这台电脑上回答；你写的内容不会离开它。</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</source>
        <translation>它懂预订、闲聊和 Canter 自己的帮助，事实全是编的。有网络时，packaging/run.sh 会带来能回答一般问题的 SmolLM2。</translation>
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
    <message numerus="yes">
        <source>%1× on your last %n answer(s)</source>
        <translation>
            <numerusform>最近 %n 个回答快 %1×</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2 stays open.</source>
        <translation>%1。%2 仍然打开。</translation>
    </message>
    <message numerus="yes">
        <source>%1 slower on your last %n answer(s)</source>
        <translation>
            <numerusform>最近 %n 个回答慢 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as fast as without on your last %n answer(s)</source>
        <translation>
            <numerusform>最近 %n 个回答与不加速一样快</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on this computer, answers to you alone.</source>
        <translation>在这台电脑上测得，只算给你的回答。</translation>
    </message>
    <message>
        <source>Nothing was measured here yet; answers of some length show it.</source>
        <translation>这里还没有测量；较长的回答会显示出来。</translation>
    </message>
    <message>
        <source>Canter drafts nothing while that takes more time than it saves, and tries again.</source>
        <translation>当起草费时多于省时的时候，Canter 不起草，之后会再试。</translation>
    </message>
    <message>
        <source>What helps: tune the adapter on prompts like yours.</source>
        <translation>有帮助的做法：用与你类似的提示词调优适配器。</translation>
    </message>
    <message>
        <source>What helps: tune an adapter for this model.</source>
        <translation>有帮助的做法：为这个模型调优适配器。</translation>
    </message>
    <message>
        <source>Other programs that use the processor take from it.</source>
        <translation>其他占用处理器的程序会拖慢它。</translation>
    </message>
</context>
<context>
    <name>canter::ui::OfferListModel</name>
    <message>
        <source>The most able that writes faster than you read</source>
        <translation>写得比你读得快的模型中最强的</translation>
    </message>
    <message>
        <source>The quickest for everyday questions</source>
        <translation>回答日常问题最快的</translation>
    </message>
    <message>
        <source>The most able that fits, at any speed</source>
        <translation>不论速度，放得下的模型中最强的</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>小巧快速</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 种语言</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>需要 %1 内存，可用 %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>需要 %1 内存</translation>
    </message>
    <message>
        <source>%1 with long texts</source>
        <translation>长文本需要 %1</translation>
    </message>
    <message>
        <source>long texts do not fit</source>
        <translation>放不下长文本</translation>
    </message>
    <message>
        <source>reads %1 tokens at most</source>
        <translation>最多读取 %1 个 token</translation>
    </message>
    <message>
        <source>About %1 tokens per second</source>
        <translation>每秒约 %1 个 token</translation>
    </message>
    <message>
        <source>About %1 tokens per second, %2 accelerated</source>
        <translation>每秒约 %1 个 token，加速后 %2</translation>
    </message>
</context>
<context>
    <name>canter::ui::OffersController</name>
    <message>
        <source>%1 of memory free</source>
        <translation>空闲内存 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>memory reads %1 GB/s</source>
        <translation>内存读取 %1 GB/s</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>正在请求更新的目录…</translation>
    </message>
    <message>
        <source>The catalogue is of %1.</source>
        <translation>目录日期：%1。</translation>
    </message>
    <message>
        <source>There is no newer catalogue.</source>
        <translation>没有更新的目录。</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>正在请求…</translation>
    </message>
    <message>
        <source>Its makers say nothing of it.</source>
        <translation>制作者没有提供说明。</translation>
    </message>
</context>
<context>
    <name>canter::ui::RemoteController</name>
    <message>
        <source>There is no model at this address. Load one there, then look again.</source>
        <translation>此地址没有模型。请在那里加载一个，然后再次查找。</translation>
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
    <message numerus="yes">
        <source>The database was damaged. %n message(s) could be read and are in a new one, some could not. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>数据库已损坏。%n 条消息可以读取，已存入新的数据库，另有一些无法读取。损坏的文件保留为 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. All %n message(s) could be read and are in a new one. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>数据库已损坏。全部 %n 条消息都可以读取，已存入新的数据库。损坏的文件保留为 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be saved before is saved now.</source>
        <translation>之前无法保存的内容现已保存。</translation>
    </message>
</context>
<context>
    <name>canter::ui::SettingsController</name>
    <message>
        <source>No program opens folders here. The folder is %1.</source>
        <translation>这里没有可打开文件夹的程序。文件夹是 %1。</translation>
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
        <translation>%1（副本）</translation>
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
        <translation>新建文件夹</translation>
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
        <translation>正在移动 %1：%2 / %3</translation>
    </message>
    <message>
        <source>No file is there twice.</source>
        <translation>没有重复的文件。</translation>
    </message>
    <message>
        <source>One of each would be enough. That would free %1.</source>
        <translation>每个保留一份就够了，可释放 %1。</translation>
    </message>
</context>
<context>
    <name>canter::ui::TrashModel</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>A message without text</source>
        <translation>没有文字的消息</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of “%1”</source>
        <translation>
            <numerusform>“%1”的 %n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
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
