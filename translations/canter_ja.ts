<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>アドレスを追加</translation>
    </message>
    <message>
        <source>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</source>
        <translation>Ollama、LM Studio、vLLM、llama.cpp のサーバー、または OpenAI のインターフェースを持つ提供者のアドレスです。そのモデルとのチャットに書いた内容はそこへ送られます。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>キー（求められる場合）</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</source>
        <translation>キーはシステムのキーリングに保存されます。ない場合は Canter の終了までです。$NAME と書くと、その変数から読みます。</translation>
    </message>
    <message>
        <source>Key file and certificates</source>
        <translation>キーのファイルと証明書</translation>
    </message>
    <message>
        <source>File whose first line is the key</source>
        <translation>1 行目がキーであるファイル</translation>
    </message>
    <message>
        <source>Certificates to trust there (PEM file)</source>
        <translation>そこで信頼する証明書（PEM ファイル）</translation>
    </message>
    <message>
        <source>Add and open</source>
        <translation>追加して開く</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>探しています…</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>モデルを探す</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>回答し直す</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Continue and leave out the oldest</source>
        <translation>古いものを省いて続ける</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Branch from here into a new chat</source>
        <translation>ここから新しいチャットに分岐</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>This run was started with a theme of its own. The choice is for the next.</source>
        <translation>今回はテーマを指定して起動しています。選択は次回の起動から有効です。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>This run was started in a language of its own. The choice is for the next.</source>
        <translation>今回は言語を指定して起動しています。選択は次回の起動から有効です。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>動きを減らす</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>“%1” is larger than %2; attach a part of it</source>
        <translation>「%1」は %2 を超えています。一部だけを添付してください</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>「%1」を読み込めません: %2</translation>
    </message>
    <message>
        <source>“%1” is a picture, and no model here sees pictures; say in words what is in it</source>
        <translation>「%1」は画像です。ここのモデルは画像を見られません。内容を言葉で書いてください</translation>
    </message>
    <message>
        <source>“%1” is not text; text, PDF, DOCX and ODT files can be attached</source>
        <translation>「%1」はテキストではありません。添付できるのはテキスト、PDF、DOCX、ODT のファイルです</translation>
    </message>
    <message>
        <source>“%1” is no file; choose a file with text</source>
        <translation>「%1」はファイルではありません。テキストを含むファイルを選んでください</translation>
    </message>
    <message>
        <source>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</source>
        <translation>「%1」は Canter が読める文書ではありません。添付できるのはテキスト、PDF、DOCX、ODT のファイルです</translation>
    </message>
    <message>
        <source>“%1” has no text in it</source>
        <translation>「%1」にはテキストがありません</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read; save it anew</source>
        <translation>「%1」は壊れていて読めません。保存し直してください</translation>
    </message>
    <message>
        <source>“%1” asks for a password; save a copy without one</source>
        <translation>「%1」にはパスワードが必要です。パスワードなしのコピーを保存してください</translation>
    </message>
    <message>
        <source>“%1” is a PDF, which this build of Canter does not read; save it as text</source>
        <translation>「%1」は PDF で、この版の Canter では読めません。テキストとして保存してください</translation>
    </message>
    <message>
        <source>“%1” has no text, only pictures of its pages; have a text recognition program read it first</source>
        <translation>「%1」にはページの画像だけがあり、テキストがありません。文字認識のプログラムで取り出せます</translation>
    </message>
</context>
<context>
    <name>AttachmentChips</name>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 を外す</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Summarizing “%1”…</source>
        <translation>「%1」を要約しています…</translation>
    </message>
    <message>
        <source>Summarizing “%1”: part %2 of %3</source>
        <translation>「%1」を要約中: %3 のうち %2</translation>
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
        <translation>ファイルの内容を隠す</translation>
    </message>
    <message>
        <source>Shows what is in the file</source>
        <translation>ファイルの内容を表示</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Hide the catalogue</source>
        <translation>カタログを隠す</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n model(s) of the catalogue</source>
        <translation>
            <numerusform>カタログの全 %n モデルを表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for a newer catalogue</source>
        <translation>新しいカタログを探す</translation>
    </message>
    <message>
        <source>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</source>
        <translation>ここを押したときだけ取得します。Canter の作者の署名があるものだけが有効です。</translation>
    </message>
</context>
<context>
    <name>ChatDocument</name>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>添付: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>手動で編集</translation>
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
        <translation>正確</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>バランス</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>創造的</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>モデルの既定</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 を開いています</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Settings of this chat</source>
        <translation>このチャットの設定</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>システムプロンプト</translation>
    </message>
    <message>
        <source>You are a patient teacher.</source>
        <translation>あなたは忍耐強い教師です。</translation>
    </message>
    <message>
        <source>Tells the model who it is, before all that is said.</source>
        <translation>会話の前に、モデルの役割を伝えます。</translation>
    </message>
    <message>
        <source>Higher is more surprising. The server decides until you change it.</source>
        <translation>高いほど意外な答えになります。変更するまではサーバーが決めます。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Higher is more surprising.</source>
        <translation>高いほど意外な答えになります。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share.</source>
        <translation>合計でこの割合に達するまでの、最も確からしい語だけを使います。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words with this share of the likeliest one&apos;s chance.</source>
        <translation>最も確からしい語に対して、確率がこの割合以上の語だけを使います。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words; 0 for all.</source>
        <translation>最も確からしい語をこの数だけ使います。0 ならすべて使います。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>繰り返しの抑制</translation>
    </message>
    <message>
        <source>1 is none; more makes repeated words less likely.</source>
        <translation>1 なら抑制しません。大きいほど語が繰り返されにくくなります。</translation>
    </message>
    <message>
        <source>In tokens; empty for no limit.</source>
        <translation>トークン数。空欄なら無制限です。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same seed draws the same answer again; empty for another each time.</source>
        <translation>同じシードなら同じ回答になります。空欄なら毎回変わります。</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>新しいチャットに使う</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Mark drafted words in answers</source>
        <translation>先読みした語を回答内で示す</translation>
    </message>
    <message>
        <source>Greedy: always the likeliest word.</source>
        <translation>貪欲法：常に最も確からしい語。</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>最大の長さ</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>%1 · shown as code</source>
        <translation>%1 · コードとして表示</translation>
    </message>
    <message>
        <source>Long lines as they are</source>
        <translation>長い行を折り返さない</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>ファイルに保存</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>すべてのコマンド</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>その名前のコマンドはありません。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>チャットを検索</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を止める</translation>
    </message>
    <message>
        <source>Undo the last deletion</source>
        <translation>最後の削除を取り消す</translation>
    </message>
    <message>
        <source>Answer anew</source>
        <translation>回答し直す</translation>
    </message>
    <message>
        <source>Turn acceleration on or off</source>
        <translation>高速化をオンまたはオフにする</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>このチャットの設定</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Tune an adapter</source>
        <translation>アダプターを調整</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>チャットへ移動</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>比較へ移動</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>モデルへ移動</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>モデルを取得</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>設定へ移動</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>ごみ箱へ移動</translation>
    </message>
    <message>
        <source>Fold or show the sidebar</source>
        <translation>サイドバーをたたむ・開く</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>標準の文字サイズ</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>すべてのコマンド</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>キーの一覧</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>New folder for chats</source>
        <translation>チャット用の新しいフォルダー</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>チャットを読み込む</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>このチャットを複製</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>このチャットをごみ箱に移す</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>このチャットを Markdown で書き出す</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>このチャットを JSON で書き出す</translation>
    </message>
    <message>
        <source>Save this chat as PDF</source>
        <translation>このチャットを PDF として保存</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>このチャットを印刷</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</source>
        <translation>同じプロンプトに、通常と高速化の両方で答えます。言葉は変わりません。どれだけ早く届くかを見比べてください。</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>付属のモデルを使う</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>モデルを開く…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>調整…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>高速化</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Earlier comparisons</source>
        <translation>以前の比較</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The comparison is deleted</source>
        <translation>比較を削除しました</translation>
    </message>
</context>
<context>
    <name>CompareSettings</name>
    <message>
        <source>Words</source>
        <translation>語の選び方</translation>
    </message>
    <message>
        <source>At random, both ways with the same numbers</source>
        <translation>ランダムに選びます。どちらも同じ乱数を使います</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message numerus="yes">
        <source>At most %n token(s)</source>
        <translation>
            <numerusform>最大 %n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>貪欲法</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>サンプリング</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>最大の長さ</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
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
        <translation>%1 トークン/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n 件のプロンプト</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 の %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>メッセージを入力</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>送信 (Enter)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>ファイルを添付</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 を開いています…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>モデルなし</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>別のモデルを選ぶ</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>モデルを開く…</translation>
    </message>
    <message>
        <source>Tune adapter…</source>
        <translation>アダプターを調整…</translation>
    </message>
    <message>
        <source>Accelerate</source>
        <translation>高速化</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>調整…</translation>
    </message>
    <message>
        <source>Make an adapter for this model</source>
        <translation>このモデルのアダプターを作る</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Opened so far: %1</source>
        <translation>読み込み済み: %1</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>速度: %1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>このチャットの設定</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>すべてのモデル…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>The model of this chat. It opens with your next message.</source>
        <translation>このチャットのモデルです。次のメッセージを送ると開きます。</translation>
    </message>
</context>
<context>
    <name>ComputingSection</name>
    <message>
        <source>Computing</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>プロセッサのコア</translation>
    </message>
    <message>
        <source>More answer faster, up to the cores there are; fewer leave room for other programs.</source>
        <translation>多いほど速く答えます。少ないほど他のプログラムに余裕が残ります。</translation>
    </message>
    <message numerus="yes">
        <source>This run was started with %n thread(s). The choice is for the next.</source>
        <translation>
            <numerusform>今回は %n スレッドで起動しています。選択は次回の起動から有効です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>自動 (%1)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>コア数</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</source>
        <translation>会話の記憶を丸めて、より長い会話を収めます。回答の語がまれに変わることがあります。</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is kept as it was computed.</source>
        <translation>会話の記憶を計算したまま保ちます。</translation>
    </message>
    <message>
        <source>Exact (F32)</source>
        <translation>正確 (F32)</translation>
    </message>
    <message>
        <source>Half the memory (F16)</source>
        <translation>メモリ半分 (F16)</translation>
    </message>
    <message>
        <source>A quarter of the memory (Q8_0)</source>
        <translation>メモリ 4 分の 1 (Q8_0)</translation>
    </message>
    <message>
        <source>Applies after the running answer.</source>
        <translation>実行中の回答の後に適用されます。</translation>
    </message>
    <message>
        <source>A change applies after the running answer.</source>
        <translation>変更は実行中の回答の後に適用されます。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Chat memory (KV cache)</source>
        <translation>チャットのメモリ（KV キャッシュ）</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>コンテキストの長さ</translation>
    </message>
    <message>
        <source>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</source>
        <translation>モデルがチャットを最大でどこまで読むか。短いほどメモリを使いません。それより短くしか読めないモデルは引き延ばしません。</translation>
    </message>
    <message>
        <source>As the model can</source>
        <translation>モデルの上限まで</translation>
    </message>
    <message>
        <source>%L1 tokens</source>
        <translation>%L1 トークン</translation>
    </message>
    <message>
        <source>Chats kept ready</source>
        <translation>すぐ続けられるチャット</translation>
    </message>
    <message>
        <source>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</source>
        <translation>モデルが読んだままのチャットを保つメモリです。戻ったチャットを読み直さずに済みます。最も長く使われていないものから消えます。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>The last one alone</source>
        <translation>最後のチャットのみ</translation>
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
        <translation>チャット</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>チャットの題名</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Markdown で書き出す…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>JSON で書き出す…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>フォルダーに移動…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF として保存…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>フォルダーから出す</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Your data</source>
        <translation>あなたのデータ</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>データフォルダー: %1</translation>
    </message>
    <message>
        <source>Chats and settings: %1</source>
        <translation>チャットと設定: %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but the names of models that you search for or get.</source>
        <translation>探したり取得したりするモデルの名前のほかは、何もこのコンピューターの外に出ません。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>すべて書き出す…</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>すべてを %1 に保存しました</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>チャットを読み込む…</translation>
    </message>
    <message>
        <source>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</source>
        <translation>ChatGPT、Claude、LM Studio、Jan、Open WebUI、Canter から。すでにあるものは追加されません。</translation>
    </message>
</context>
<context>
    <name>DefaultModelRow</name>
    <message>
        <source>Default model</source>
        <translation>既定のモデル</translation>
    </message>
    <message>
        <source>Opens when Canter starts, and new chats begin with it.</source>
        <translation>Canter の起動時に開き、新しいチャットはこのモデルで始まります。</translation>
    </message>
    <message>
        <source>The last one used</source>
        <translation>最後に使ったもの</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Getting %1</source>
        <translation>%1 を取得中</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>トークンを入力…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>%1: %2 percent are here</source>
        <translation>%1: %2 パーセント取得済み</translation>
    </message>
</context>
<context>
    <name>DownloadsSection</name>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
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
        <translation>前の文章 %L1</translation>
    </message>
    <message>
        <source>words seen before %L1</source>
        <translation>既出の語 %L1</translation>
    </message>
    <message>
        <source>trained masks %L1</source>
        <translation>学習済みマスク %L1</translation>
    </message>
    <message>
        <source>trained head %L1</source>
        <translation>学習済みヘッド %L1</translation>
    </message>
    <message>
        <source>the model&apos;s own head %L1</source>
        <translation>モデル自身のヘッド %L1</translation>
    </message>
    <message>
        <source>another model %L1</source>
        <translation>別のモデル %L1</translation>
    </message>
    <message>
        <source>Guessed right: %L1 of %L2 tokens</source>
        <translation>的中: %L2 トークン中 %L1</translation>
    </message>
    <message>
        <source>some by several sources</source>
        <translation>複数の出所を含む</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>先読み: 1 ステップ %1 行、深さ別の的中率 %2</translation>
    </message>
    <message>
        <source>Time: %1 for drafting, %2 for checking</source>
        <translation>時間: 先読み %1、確認 %2</translation>
    </message>
</context>
<context>
    <name>DraftModelChoice</name>
    <message>
        <source>Drafts from</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>ほかのモデルなし</translation>
    </message>
    <message>
        <source>Drafts from %1</source>
        <translation>下書き：%1</translation>
    </message>
    <message>
        <source>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</source>
        <translation>同じ語彙を持つずっと小さなモデルが、このモデルの下書きをできます。回答は変わらず、推測が当たるほど早く届きます。</translation>
    </message>
    <message>
        <source>No other model</source>
        <translation>ほかのモデルを使わない</translation>
    </message>
</context>
<context>
    <name>DuplicatesSection</name>
    <message>
        <source>There twice</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Comparing files of one size…</source>
        <translation>同じサイズのファイルを比べています…</translation>
    </message>
    <message>
        <source>Programs bring models each for itself. Canter compares the files above and says which are the same.</source>
        <translation>プログラムはそれぞれ別にモデルを取得します。上のファイルを比べて、同じものを示します。</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>重複を探す</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>モデルが開かれていません</translation>
    </message>
    <message>
        <source>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</source>
        <translation>大きなモデルほど物知りです。このコンピューターに合う 3 つを Canter が見つけます。GGUF ファイルを開くか、ここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>モデルを取得…</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>モデルを開く…</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>高速化</translation>
    </message>
    <message>
        <source>%1: plain %2, accelerated %3</source>
        <translation>%1: 通常 %2、高速化 %3</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop a model to open it, exported chats to import them, or a file to write about it</source>
        <translation>モデルをドロップして開く、書き出したチャットを読み込む、またはファイルについて書く</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>Folder with %n chat(s)</source>
        <translation>
            <numerusform>チャット %n 件のフォルダー</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>フォルダーの名前</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>フォルダーを削除（チャットは残す）</translation>
    </message>
</context>
<context>
    <name>FolderSection</name>
    <message>
        <source>Where models are kept</source>
        <translation>モデルの保存場所</translation>
    </message>
    <message>
        <source>Folder for models: %1</source>
        <translation>モデルのフォルダー: %1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>別のフォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>Use Canter&apos;s own folder</source>
        <translation>Canter のフォルダーを使う</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that you got lie in another folder.</source>
        <translation>
            <numerusform>取得した %n 個のモデルが別のフォルダーにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another folder is for what you get from then on. What is there already stays where it is until you move it.</source>
        <translation>別のフォルダーは、それ以降に取得するもののためです。既にあるものは、移動するまで元の場所に残ります。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>ここへ移動</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Put %1 into the list</source>
        <translation>%1 を一覧に追加</translation>
    </message>
</context>
<context>
    <name>FoundModels</name>
    <message>
        <source>Found on this computer</source>
        <translation>このコンピューターで見つかったモデル</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>もう一度検索</translation>
    </message>
    <message>
        <source>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</source>
        <translation>ほかのモデルは見つかりませんでした。モデルとは、GGUF ファイルか、safetensors の入ったフォルダーです。どの場所からでも追加できます。</translation>
    </message>
    <message>
        <source>Canter looked in:</source>
        <translation>Canter が検索した場所:</translation>
    </message>
</context>
<context>
    <name>GetButton</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>取得中</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
</context>
<context>
    <name>GetModelsPage</name>
    <message>
        <source>Get models</source>
        <translation>モデルを取得</translation>
    </message>
    <message>
        <source>All your models</source>
        <translation>手元のモデル</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, not identical, %2</source>
        <translation>%1、不一致、%2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>HubModelCard</name>
    <message>
        <source>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</source>
        <translation>先に huggingface.co で条件に同意する必要があり、アクセストークンも要ります (下を参照)。</translation>
    </message>
    <message>
        <source>Fewer sizes</source>
        <translation>サイズを減らす</translation>
    </message>
    <message numerus="yes">
        <source>%n more size(s)</source>
        <translation>
            <numerusform>ほかに %n サイズ</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide its card</source>
        <translation>説明を隠す</translation>
    </message>
    <message>
        <source>Read its card</source>
        <translation>説明を読む</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Search Hugging Face</source>
        <translation>Hugging Face を検索</translation>
    </message>
    <message>
        <source>A model&apos;s name, as in “granite 2b”</source>
        <translation>モデルの名前、例:「granite 2b」</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>「%1」を検索しています…</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Try fewer or other words.</source>
        <translation>「%1」は見つかりませんでした。言葉を減らすか変えてみてください。</translation>
    </message>
    <message>
        <source>What you type is sent to huggingface.co when you press Enter, and nothing else.</source>
        <translation>入力した言葉は Enter を押したときに huggingface.co へ送られます。ほかには何も送られません。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>最新へ移動</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>メッセージを送信</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>改行</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Bring back an earlier question</source>
        <translation>以前の質問を呼び戻す</translation>
    </message>
    <message>
        <source>Rename the chat in the list</source>
        <translation>一覧のチャット名を変更</translation>
    </message>
    <message>
        <source>Move the chat in the list to the trash</source>
        <translation>一覧のチャットをごみ箱へ移す</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>Its turn comes next</source>
        <translation>次に実行します</translation>
    </message>
    <message>
        <source>live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>as it just was</source>
        <translation>リプレイ</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回答: %1</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>このリンクを開きますか？</translation>
    </message>
    <message>
        <source>This link cannot be opened here</source>
        <translation>このリンクはここでは開けません</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>リンク先は %1 です。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Close without saving?</source>
        <translation>保存せずに閉じますか？</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</source>
        <translation>
            <numerusform>%n 件のメッセージをディスクに書き込めず、このままでは失われます。Canter は保存を試し続け、空きができしだい保存します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Canter open</source>
        <translation>Canter を開いたままにする</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>閉じて破棄する</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the chats</source>
        <translation>チャットを表示</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>モデル (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Prompts to learn from</source>
        <translation>学習に使うプロンプト</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl)</source>
        <translation>プロンプト (*.jsonl)</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>すべて書き出す</translation>
    </message>
    <message>
        <source>Export the chat</source>
        <translation>チャットを書き出す</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>比較に使うプロンプト</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>比較を保存</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>モデルのフォルダーを追加</translation>
    </message>
    <message>
        <source>A folder for models</source>
        <translation>モデルのフォルダー</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>コードを保存</translation>
    </message>
    <message>
        <source>Exported chats (*.json *.jsonl)</source>
        <translation>書き出したチャット (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>チャットを読み込む</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>あなた</translation>
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
        <translation>メッセージを編集</translation>
    </message>
    <message>
        <source>What was said before stays as another version.</source>
        <translation>これまでの内容は別の版として残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>The model&apos;s context is full with this turn alone. Ask for less at a time, or open a model with a longer context.</source>
        <translation>この質問と回答だけでモデルのコンテキストがいっぱいです。一度に頼む量を減らすか、コンテキストの長いモデルを開いてください。</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>選択した部分をコピー</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>%1 per step</source>
        <translation>1 ステップ %1</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>最初のトークン %1 秒</translation>
    </message>
    <message>
        <source>Answer: %1 tokens in %2 steps</source>
        <translation>回答: %1 トークン、%2 ステップ</translation>
    </message>
    <message>
        <source>Altogether: %1 s</source>
        <translation>合計: %1 秒</translation>
    </message>
    <message>
        <source>Ended by your token limit</source>
        <translation>トークン数の上限で終了しました</translation>
    </message>
    <message>
        <source>The model&apos;s context is full</source>
        <translation>モデルのコンテキストがいっぱいです</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Interrupted when Canter ended</source>
        <translation>Canter の終了で中断しました</translation>
    </message>
    <message>
        <source>The answer failed</source>
        <translation>回答に失敗しました</translation>
    </message>
    <message>
        <source>Being written by another window</source>
        <translation>別のウィンドウで書き込み中です</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, read in %2 s</source>
        <translation>プロンプト: %1 トークン、%2 秒で読み取り</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</source>
        <translation>プロンプト: %1 トークン、うち %2 は既読、残りを %3 秒で読み取り</translation>
    </message>
    <message>
        <source>Read from its beginning</source>
        <translation>最初から読み取り</translation>
    </message>
    <message>
        <source>Went on where the last answer ended</source>
        <translation>前の回答の終わりから続行</translation>
    </message>
    <message>
        <source>Went back to where it parts from the text before</source>
        <translation>前の文章と分かれる所まで戻って続行</translation>
    </message>
    <message>
        <source>Went back to a state that was kept, and read on from there</source>
        <translation>保存した状態に戻り、そこから読み取り</translation>
    </message>
    <message>
        <source>Read again from its beginning, since nothing that early was kept</source>
        <translation>その時点の状態が残っていないため、最初から再読み取り</translation>
    </message>
    <message>
        <source>Read again from its beginning, as this model must when a text gets long</source>
        <translation>文章が長くなるとこのモデルでは必要なため、最初から再読み取り</translation>
    </message>
    <message>
        <source>tuned here, no. %1</source>
        <translation>ここで調整、%1 番</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>モデル：%1</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>アダプター：%1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>日時：%1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>手動で編集</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>別のモデルを開く…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>付属のモデルを使う</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter</source>
        <translation>付属</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Try the adapter</source>
        <translation>アダプターを試す</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>調整…</translation>
    </message>
    <message>
        <source>Make an adapter for %1</source>
        <translation>%1 のアダプターを作る</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>ファイルをもう一度確認</translation>
    </message>
    <message>
        <source>Delete from the disk…</source>
        <translation>ディスクから削除…</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Get models…</source>
        <translation>モデルを取得…</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>アドレスを追加…</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Good at: %1</source>
        <translation>得意: %1</translation>
    </message>
    <message>
        <source>But: %1</source>
        <translation>ただし: %1</translation>
    </message>
</context>
<context>
    <name>OverfullBanner</name>
    <message>
        <source>Leave out the oldest</source>
        <translation>最も古いものを省く</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>先頭だけ残す</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>一部を選ぶ…</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>要約する</translation>
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
        <translation>ページ</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>“%1” is off the list; its file stays</source>
        <translation>「%1」を一覧から外しました。ファイルは残ります</translation>
    </message>
    <message>
        <source>“%1” is off the list</source>
        <translation>「%1」を一覧から外しました</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>“%1” is here</source>
        <translation>「%1」を取得しました</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1, not identical</source>
        <translation>%1、不一致</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>About %1 tokens; %2 fit.</source>
        <translation>約 %1 トークン。入るのは %2 です。</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Which part of “%1”?</source>
        <translation>「%1」のどの部分ですか？</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>開始ページ</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>to page</source>
        <translation>終了ページ</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>全 %L1</translation>
    </message>
    <message>
        <source>Take this part</source>
        <translation>この部分を使う</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Another program on this computer answers, at %1.</source>
        <translation>このコンピューターの別のプログラムが答えます（%1）。</translation>
    </message>
    <message>
        <source>What you write leaves this computer: it goes to %1.</source>
        <translation>書いた内容はこのコンピューターから出て、%1 へ送られます。</translation>
    </message>
    <message>
        <source>What you write leaves this computer, unencrypted: it goes to %1.</source>
        <translation>書いた内容は暗号化されずにこのコンピューターから出て、%1 へ送られます。</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>プリセットを削除</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>新しいプリセットの名前</translation>
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
        <translation>単一のプロンプト</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>プロンプト集</translation>
    </message>
    <message>
        <source>Write a prompt that both answer</source>
        <translation>両方が答えるプロンプトを入力</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>1 行に 1 つの会話 (JSON)</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n 件のプロンプト</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them that fit the model are answered both ways.</source>
        <translation>モデルに収まるものを先頭から選び、両方の方法で答えます。</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</source>
        <translation>質問、文章、コード、リストです。アダプターは、時間が許すかぎり別のプロンプトから学習します。</translation>
    </message>
    <message>
        <source>One after the other, so that neither slows the other. Then both are shown from the same start.</source>
        <translation>互いに遅くならないよう、順番に実行します。その後、両方を同じ起点から表示します。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Run (Ctrl+Enter)</source>
        <translation>実行 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内蔵</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Delete with what follows</source>
        <translation>以降も含めて削除</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度尋ねる</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>トークン数の推移</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>トークンごとの時間</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>このモデルのアダプターはまだありません</translation>
    </message>
    <message>
        <source>no drafts just now</source>
        <translation>いまは下書きなし</translation>
    </message>
</context>
<context>
    <name>RecommendedSection</name>
    <message>
        <source>For this computer</source>
        <translation>このコンピューター向け</translation>
    </message>
    <message>
        <source>Measuring how quickly this computer reads its memory…</source>
        <translation>メモリの読み取り速度を測っています…</translation>
    </message>
    <message>
        <source>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</source>
        <translation>空きメモリに収まるモデルがカタログにありません。ほかのプログラムを閉じてから、もう一度見てください。</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>たった今</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分前</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month as in &quot;3 May&quot;; see QLocale::toString for the letters</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>過去 30 日間</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>それ以前</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Delete %1?</source>
        <translation>%1 を削除しますか?</translation>
    </message>
    <message>
        <source>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</source>
        <translation>ファイルはごみ箱に移されず、ディスクから完全に削除されます (%1)。このモデルとのチャットは残ります。</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>ファイルを削除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>測定値を表として保存</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Save everything, with the time of each token</source>
        <translation>各トークンの時間も含めてすべて保存</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save a picture of the result</source>
        <translation>結果を画像として保存</translation>
    </message>
    <message>
        <source>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</source>
        <translation>互いに遅くならないよう、順番に測定しました。どちらもプロンプトを最初の語から読んでいます。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>チャットを検索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索をクリア</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Chats found</source>
        <translation>見つかったチャット</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>リセット: %1</translation>
    </message>
</context>
<context>
    <name>ServerModels</name>
    <message>
        <source>Look for a model</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Models at this address</source>
        <translation>このアドレスのモデル</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Address: %1</source>
        <translation>アドレス: %1</translation>
    </message>
    <message>
        <source>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</source>
        <translation>このコンピューターのエディターやスクリプト、ほかのチャット画面が、OpenAI や Ollama と同じ方法でこのモデルに質問できます。ほかのコンピューターやウェブページからはできません。</translation>
    </message>
    <message>
        <source>Let other programs use the open model</source>
        <translation>開いているモデルをほかのプログラムにも使わせる</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています…</translation>
    </message>
    <message>
        <source>Starts as soon as a model is open.</source>
        <translation>モデルを開くと始まります。</translation>
    </message>
    <message>
        <source>The model is called %1 there. No key is needed.</source>
        <translation>そこでのモデル名は %1 です。キーは要りません。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Canter について</translation>
    </message>
    <message>
        <source>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</source>
        <translation>Canter %1。GNU 一般公衆利用許諾書 第 3 版によるフリーソフトウェアです。無保証です。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Chats</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>サイドバーをたたむ</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>チャットはここに一覧表示されます。</translation>
    </message>
    <message>
        <source>No chat has “%1”. Try fewer or shorter words.</source>
        <translation>「%1」を含むチャットはありません。語を減らすか短くしてください。</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>ごみ箱</translation>
    </message>
</context>
<context>
    <name>SidebarStrip</name>
    <message>
        <source>Show the chats</source>
        <translation>チャットを表示</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
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
        <translation>%1 遅い</translation>
    </message>
</context>
<context>
    <name>SpeedupBars</name>
    <message>
        <source>Prompts by speed-up</source>
        <translation>高速化の倍率ごとのプロンプト数</translation>
    </message>
    <message numerus="yes">
        <source>From %1: %n prompt(s)</source>
        <translation>
            <numerusform>%1 以上: %n 件のプロンプト</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepGauge</name>
    <message>
        <source>Tokens of the last steps: %1</source>
        <translation>直近のステップのトークン数: %1</translation>
    </message>
</context>
<context>
    <name>ThinkingChoice</name>
    <message>
        <source>Thinking before the answer</source>
        <translation>回答前の思考</translation>
    </message>
</context>
<context>
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>考え中</translation>
    </message>
</context>
<context>
    <name>ThinkingLevel</name>
    <message>
        <source>Think</source>
        <translation>考える</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>考える: %1</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers</source>
        <translation>モデルが回答の前にどれだけ考えるか</translation>
    </message>
</context>
<context>
    <name>ThinkingSwitch</name>
    <message>
        <source>Think</source>
        <translation>考える</translation>
    </message>
    <message>
        <source>The model thinks before it answers</source>
        <translation>モデルが回答の前に考えます</translation>
    </message>
</context>
<context>
    <name>ThinkingWishes</name>
    <message>
        <source>As the model does</source>
        <translation>モデルに任せる</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>少し</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>ほどほど</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>じっくり</translation>
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
        <translation>%1 考えました</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <translation>考え中… %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>考え中…</translation>
    </message>
    <message>
        <source>Hides what the model thought</source>
        <translation>モデルの思考を隠します</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>モデルの思考を表示します</translation>
    </message>
    <message>
        <source>Copy what the model thought</source>
        <translation>モデルの思考をコピー</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>%1 の調整は途中で終了しました</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>「%1」をごみ箱に移しました</translation>
    </message>
    <message>
        <source>The folder “%1” is deleted, its chats are not</source>
        <translation>フォルダー「%1」を削除しました。チャットは残っています</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1 に書き出しました</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>最新のものを開く</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access token for %1</source>
        <translation>%1 のアクセストークン</translation>
    </message>
    <message>
        <source>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</source>
        <translation>先にモデルのページで条件に同意してください。トークンはそのサイトのアカウント設定で作ります。読み取り専用で十分です。</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</source>
        <translation>トークンはシステムのキーリングに保存されます。ない場合は Canter の終了までです。見せる相手は %1 だけです。</translation>
    </message>
    <message>
        <source>Keep it and go on</source>
        <translation>保存して続ける</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>TokenSection</name>
    <message>
        <source>Access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>Enter another…</source>
        <translation>別のものを入力…</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>トークンを入力…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>「%1」を完全に削除しますか？</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>ごみ箱</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>ごみ箱を空にする…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>完全に削除…</translation>
    </message>
    <message>
        <source>This cannot be undone. An export keeps a copy.</source>
        <translation>この操作は元に戻せません。書き出しておけばコピーが残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>Delete all that is in the trash for good?</source>
        <translation>ごみ箱の中身をすべて完全に削除しますか？</translation>
    </message>
    <message>
        <source>What you delete stays here until you restore it or delete it for good.</source>
        <translation>削除したものは、復元するか完全に削除するまでここに残ります。</translation>
    </message>
    <message>
        <source>The trash is empty. Chats and messages that you delete can be restored from here.</source>
        <translation>ごみ箱は空です。削除したチャットとメッセージはここから復元できます。</translation>
    </message>
</context>
<context>
    <name>TuningChart</name>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>ステップあたりのトークン</translation>
    </message>
    <message>
        <source>Loss and tokens per step</source>
        <translation>損失とステップあたりのトークン</translation>
    </message>
</context>
<context>
    <name>TuningLine</name>
    <message>
        <source>Tuning %1</source>
        <translation>%1 を調整中</translation>
    </message>
</context>
<context>
    <name>TuningOutcome</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Tune anew…</source>
        <translation>調整し直す…</translation>
    </message>
</context>
<context>
    <name>TuningPlan</name>
    <message>
        <source>Start anew</source>
        <translation>最初から始める</translation>
    </message>
    <message>
        <source>Start tuning</source>
        <translation>調整を始める</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</source>
        <translation>アダプターがあると、モデルは数語先まで先読みし、まとめて確かめられます。回答は早く届き、文章は変わりません。</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>回答を集める</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>このコンピューターを測定しています…</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学習する</translation>
    </message>
    <message>
        <source>The adapter learns to guess what the model says. The model itself is not changed.</source>
        <translation>アダプターは、モデルの言うことを予測できるように学習します。モデル自体は変わりません。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定する</translation>
    </message>
    <message>
        <source>Prompts it never saw are answered with and without it. It is switched on if it pays.</source>
        <translation>初めて見るプロンプトに、アダプターありとなしで答えます。効果があれば有効になります。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1 (推奨)</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>1 行に 1 つの会話 (JSON)</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>質問、文章、コード、リスト (11 言語)</translation>
    </message>
    <message numerus="yes">
        <source>Learn from my own %n question(s) too</source>
        <translation>
            <numerusform>自分の質問 %n 件からも学習する</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer</source>
        <translation>質問はこのコンピューターの外に出ません</translation>
    </message>
    <message>
        <source>You can go on chatting meanwhile: tuning waits while an answer is written.</source>
        <translation>その間もチャットを続けられます。回答の作成中、調整は待機します。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内蔵</translation>
    </message>
</context>
<context>
    <name>TuningRun</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>What was learned is kept, and you can go on later</source>
        <translation>学習した内容は残り、後で再開できます</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>回答を集める</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学習する</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定する</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
</context>
<context>
    <name>TuningSheet</name>
    <message>
        <source>Tune adapter</source>
        <translation>アダプターを調整</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>TuningStep</name>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to the default</source>
        <translation>既定値に戻す</translation>
    </message>
</context>
<context>
    <name>VersionArrows</name>
    <message>
        <source>Earlier version</source>
        <translation>前の版</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>%2 件中 %1 番目の版</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>次の版</translation>
    </message>
</context>
<context>
    <name>WhenFullChoice</name>
    <message>
        <source>When the context is full</source>
        <translation>コンテキストがいっぱいのとき</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>最も古いものを省く</translation>
    </message>
    <message>
        <source>Leave out the middle</source>
        <translation>途中を省く</translation>
    </message>
    <message>
        <source>The answer ends there, and nothing is left out.</source>
        <translation>回答はそこで終わり、何も省かれません。</translation>
    </message>
    <message>
        <source>The model goes on without the first questions and answers. They stay in the chat.</source>
        <translation>モデルは最初の質問と回答なしで続けます。チャットには残ります。</translation>
    </message>
    <message>
        <source>The model keeps the first question and the newest ones. All stay in the chat.</source>
        <translation>モデルは最初の質問と最新の質問を残します。チャットにはすべて残ります。</translation>
    </message>
</context>
<context>
    <name>canter::ui::AttachmentList</name>
    <message>
        <source>%1 tokens · %2 % of the context</source>
        <translation>%1 トークン · コンテキストの %2 %</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatController</name>
    <message>
        <source>Waiting for the model to open</source>
        <translation>モデルが開くのを待っています</translation>
    </message>
    <message>
        <source>Waiting for the answer in another chat</source>
        <translation>別のチャットの回答を待っています</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted</source>
        <translation>
            <numerusform>%n 件のメッセージを削除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (branch)</source>
        <translation>%1 (分岐)</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatPrinter</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>「%1」を書き込めませんでした: %2</translation>
    </message>
</context>
<context>
    <name>canter::ui::CodeSaver</name>
    <message>
        <source>Code (*.%1)</source>
        <translation>コード (*.%1)</translation>
    </message>
    <message>
        <source>The code cannot be saved as “%1”: %2; choose another folder</source>
        <translation>コードを「%1」として保存できません：%2。別のフォルダーを選んでください</translation>
    </message>
</context>
<context>
    <name>canter::ui::CompareController</name>
    <message>
        <source>No model is open. Open one to compare its answers.</source>
        <translation>モデルが開かれていません。回答を比較するにはモデルを開いてください。</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>%1 を開いています。</translation>
    </message>
    <message>
        <source>Answers of %1 cannot be accelerated here: %2.</source>
        <translation>%1 の回答はここでは高速化できません: %2。</translation>
    </message>
    <message>
        <source>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</source>
        <translation>%1 にはまだアダプターがないため、文章だけから語を予測します。アダプターがあれば、より早く答えられます。</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止しています</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番を待っています</translation>
    </message>
    <message>
        <source>Prompt %L1 of %L2</source>
        <translation>プロンプト %L1/%L2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>残り 1 分未満</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>残り約 %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 identical</source>
        <translation>%L2 件中 %L1 件が一致</translation>
    </message>
    <message>
        <source>Different from token %L1 on</source>
        <translation>%L1 番目のトークンから相違</translation>
    </message>
    <message numerus="yes">
        <source>Identical · %n token(s)</source>
        <translation>
            <numerusform>一致 · %n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast · %1 after the first token</source>
        <translation>の速さ · 最初のトークン以降は %1</translation>
    </message>
    <message>
        <source>as fast, the median · from %1 to %2</source>
        <translation>の速さ (中央値) · %1 から %2</translation>
    </message>
    <message>
        <source>without adapter</source>
        <translation>アダプターなし</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n スレッド</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1, seed %2</source>
        <translation>温度 %1、シード %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>最大 %n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 として保存しました</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1. Choose another folder.</source>
        <translation>画像を %1 として保存できませんでした。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>So short an answer says little. Ask for a longer one, or run a prompt set.</source>
        <translation>これほど短い回答では、はっきりしたことは言えません。より長い回答を求めるか、プロンプト集を実行してください。</translation>
    </message>
    <message>
        <source>Without an adapter only what repeats itself can be guessed.</source>
        <translation>アダプターなしで予測できるのは、繰り返しの部分だけです。</translation>
    </message>
    <message>
        <source>slower · %1 after the first token</source>
        <translation>遅い · 最初のトークン以降は %1</translation>
    </message>
    <message>
        <source>slower, the median · from %1 to %2</source>
        <translation>遅い（中央値）· %1 から %2</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>貪欲法</translation>
    </message>
</context>
<context>
    <name>canter::ui::ContextMeter</name>
    <message>
        <source>%1 of %2 tokens of the context</source>
        <translation>コンテキスト %2 トークン中 %1</translation>
    </message>
    <message>
        <source>Little room is left for an answer; start a new chat, or shorten what you write.</source>
        <translation>回答に使える余裕が少なくなっています。新しいチャットを始めるか、入力を短くしてください。</translation>
    </message>
    <message>
        <source>This does not fit: %1 tokens, and the model reads %2.</source>
        <translation>収まりません：%1 トークンあり、モデルが読めるのは %2 です。</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadListModel</name>
    <message>
        <source>%1 s left</source>
        <translation>残り %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>残り %1 分</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>残り %1 時間</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>前のダウンロードを待っています</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>毎秒 %1</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>問い合わせています…</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadsController</name>
    <message>
        <source>%1 of the disk is free</source>
        <translation>ディスクの空き %1</translation>
    </message>
    <message>
        <source>What you got takes %1</source>
        <translation>取得済み %1</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>ファイルを確認しています…</translation>
    </message>
    <message>
        <source>Checked: the file is whole and unchanged</source>
        <translation>確認済み: ファイルは完全で変わっていません</translation>
    </message>
</context>
<context>
    <name>canter::ui::FiguresModel</name>
    <message>
        <source>First token, on average</source>
        <translation>最初のトークン (平均)</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Speed after it</source>
        <translation>以降の速度</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>ステップあたりのトークン</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>すべての回答</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>回答全体</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubListModel</name>
    <message>
        <source>licence not said</source>
        <translation>ライセンス不明</translation>
    </message>
    <message>
        <source>downloaded %1 times</source>
        <translation>ダウンロード %1 回</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 ファイル</translation>
    </message>
    <message>
        <source>does not fit in memory</source>
        <translation>メモリに収まりません</translation>
    </message>
    <message>
        <source>Canter does not run models of the family %1</source>
        <translation>Canter では %1 系のモデルは動きません</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubTokenController</name>
    <message>
        <source>It comes from HF_TOKEN, as Canter was started.</source>
        <translation>Canter の起動時の HF_TOKEN のものです。</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring and shown to %1 alone.</source>
        <translation>システムのキーリングに保存され、見せる相手は %1 だけです。</translation>
    </message>
    <message>
        <source>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</source>
        <translation>このシステムにはキーリングがないため Canter の終了まで保存され、見せる相手は %1 だけです。</translation>
    </message>
    <message>
        <source>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</source>
        <translation>条件に同意した人だけに配られるモデルがあります。%1 のアクセストークンであなたを確認します。</translation>
    </message>
</context>
<context>
    <name>canter::ui::ImportController</name>
    <message>
        <source>Importing chats…</source>
        <translation>チャットを読み込んでいます…</translation>
    </message>
    <message numerus="yes">
        <source>Importing chats: %n</source>
        <translation>
            <numerusform>チャットを読み込んでいます: %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported</source>
        <translation>
            <numerusform>チャット %n 件を読み込みました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were here already</source>
        <translation>
            <numerusform>%n 件はすでにありました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without messages left out</source>
        <translation>
            <numerusform>メッセージのない %n 件は省きました</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats were imported</source>
        <translation>チャットは読み込まれませんでした</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or chat(s) could not be imported. %1</source>
        <translation>
            <numerusform>%n 件のファイルまたはチャットを読み込めませんでした。%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::MessageListModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) are no longer read</source>
        <translation>
            <numerusform>以前のメッセージ %n 件はもう読まれません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before this are no longer read</source>
        <translation>
            <numerusform>これより前のメッセージ %n 件はもう読まれません</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelListModel</name>
    <message>
        <source>context of %1 tokens</source>
        <translation>コンテキスト %1 トークン</translation>
    </message>
    <message>
        <source>No adapter yet</source>
        <translation>アダプターはまだありません</translation>
    </message>
    <message>
        <source>An adapter for it lies beside it, not tried yet</source>
        <translation>隣にアダプターがあります (未試行)</translation>
    </message>
    <message>
        <source>An adapter was set aside: it was not faster here</source>
        <translation>アダプターは保留中です: ここでは速くなりませんでした</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>ここでは %1 倍</translation>
    </message>
    <message>
        <source>%1 tokens per step</source>
        <translation>1 ステップ %1 トークン</translation>
    </message>
    <message>
        <source>Adapter: comes with the model</source>
        <translation>アダプター: モデルに付属</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>アダプター: %1</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>付属のモデル</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>必要なメモリ %1、空き %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>必要なメモリ %1</translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelStatus</name>
    <message>
        <source>Starter model</source>
        <translation>付属のモデル</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>パラメーター数 %1×10⁹</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>パラメーター数 %1×10⁶</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>コンテキスト %1 トークン</translation>
    </message>
    <message>
        <source>It answers on this computer; nothing you write leaves it.</source>
        <translation>このコンピューター上で答えます。書いた内容は外に出ません。</translation>
    </message>
    <message>
        <source>Open another model, or use the starter model.</source>
        <translation>別のモデルを開くか、付属のモデルを使ってください。</translation>
    </message>
    <message>
        <source>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</source>
        <translation>小さなモデルです。説明、文章作成、会話ができますが、事実をよく間違えます。このコンピューターで答え、書いた内容は外に出ません。</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</source>
        <translation>予約、雑談、Canter のヘルプに答えますが、事実はすべて作り話です。ネットワークがあれば、packaging/run.sh が一般的な質問に答える SmolLM2 を用意します。</translation>
    </message>
    <message numerus="yes">
        <source>%1× on your last %n answer(s)</source>
        <translation>
            <numerusform>直近 %n 件の回答で %1×</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>%1. %2 stays open.</source>
        <translation>%1。%2 は開いたままです。</translation>
    </message>
    <message numerus="yes">
        <source>%1 slower on your last %n answer(s)</source>
        <translation>
            <numerusform>直近 %n 件の回答で %1 遅い</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as fast as without on your last %n answer(s)</source>
        <translation>
            <numerusform>直近 %n 件の回答では、なしと同じ速さ</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on this computer, answers to you alone.</source>
        <translation>このコンピューターで、あなたへの回答だけで測りました。</translation>
    </message>
    <message>
        <source>Nothing was measured here yet; answers of some length show it.</source>
        <translation>ここではまだ測っていません。ある程度長い回答でわかります。</translation>
    </message>
    <message>
        <source>Canter drafts nothing while that takes more time than it saves, and tries again.</source>
        <translation>下書きにかかる時間が節約より大きい間は下書きせず、あとでまた試します。</translation>
    </message>
    <message>
        <source>What helps: tune the adapter on prompts like yours.</source>
        <translation>役立つこと：あなたのものに似たプロンプトでアダプターを調整する。</translation>
    </message>
    <message>
        <source>What helps: tune an adapter for this model.</source>
        <translation>役立つこと：このモデル用のアダプターを調整する。</translation>
    </message>
    <message>
        <source>Other programs that use the processor take from it.</source>
        <translation>プロセッサを使うほかのプログラムがあると遅くなります。</translation>
    </message>
</context>
<context>
    <name>canter::ui::OfferListModel</name>
    <message>
        <source>The most able that writes faster than you read</source>
        <translation>読む速さより速く書ける中で最も有能</translation>
    </message>
    <message>
        <source>The quickest for everyday questions</source>
        <translation>日常の質問に最も速い</translation>
    </message>
    <message>
        <source>The most able that fits, at any speed</source>
        <translation>速さを問わず、収まる中で最も有能</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>小さくて速い</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 言語</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>必要なメモリ %1、空き %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>必要なメモリ %1</translation>
    </message>
    <message>
        <source>%1 with long texts</source>
        <translation>長い文章では %1</translation>
    </message>
    <message>
        <source>long texts do not fit</source>
        <translation>長い文章は収まりません</translation>
    </message>
    <message>
        <source>reads %1 tokens at most</source>
        <translation>最大 %1 トークンまで読めます</translation>
    </message>
    <message>
        <source>About %1 tokens per second</source>
        <translation>毎秒約 %1 トークン</translation>
    </message>
    <message>
        <source>About %1 tokens per second, %2 accelerated</source>
        <translation>毎秒約 %1 トークン、高速化で %2</translation>
    </message>
</context>
<context>
    <name>canter::ui::OffersController</name>
    <message>
        <source>%1 of memory free</source>
        <translation>空きメモリ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n コア</numerusform>
        </translation>
    </message>
    <message>
        <source>memory reads %1 GB/s</source>
        <translation>メモリ読み取り %1 GB/s</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>新しいカタログを問い合わせています…</translation>
    </message>
    <message>
        <source>The catalogue is of %1.</source>
        <translation>カタログは %1 のものです。</translation>
    </message>
    <message>
        <source>There is no newer catalogue.</source>
        <translation>新しいカタログはありません。</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>問い合わせています…</translation>
    </message>
    <message>
        <source>Its makers say nothing of it.</source>
        <translation>作者による説明はありません。</translation>
    </message>
</context>
<context>
    <name>canter::ui::RemoteController</name>
    <message>
        <source>There is no model at this address. Load one there, then look again.</source>
        <translation>このアドレスにモデルがありません。そこでモデルを読み込み、もう一度探してください。</translation>
    </message>
</context>
<context>
    <name>canter::ui::Session</name>
    <message numerus="yes">
        <source>Canter ended in the middle of %n answer(s). What was there is kept.</source>
        <translation>
            <numerusform>Canter の終了により、%n 件の回答が途中で止まりました。そこまでの内容は残っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. %n message(s) could be read and are in a new one, some could not. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>データベースが破損していました。%n 件のメッセージを読み取って新しいデータベースに移しましたが、読み取れないものもありました。破損したファイルは %1 として残してあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. All %n message(s) could be read and are in a new one. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>データベースが破損していました。%n 件のメッセージをすべて読み取り、新しいデータベースに移しました。破損したファイルは %1 として残してあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be saved before is saved now.</source>
        <translation>先ほど保存できなかった内容を保存しました。</translation>
    </message>
</context>
<context>
    <name>canter::ui::SettingsController</name>
    <message>
        <source>No program opens folders here. The folder is %1.</source>
        <translation>ここにはフォルダーを開くプログラムがありません。フォルダーは %1 です。</translation>
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
        <translation>%1 (コピー)</translation>
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
        <translation>新しいフォルダー</translation>
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
        <translation>%1 を移動しています: %2 / %3</translation>
    </message>
    <message>
        <source>No file is there twice.</source>
        <translation>重複したファイルはありません。</translation>
    </message>
    <message>
        <source>One of each would be enough. That would free %1.</source>
        <translation>それぞれ 1 つで足ります。%1 が空きます。</translation>
    </message>
</context>
<context>
    <name>canter::ui::TrashModel</name>
    <message>
        <source>New chat</source>
        <translation>新しいチャット</translation>
    </message>
    <message>
        <source>A message without text</source>
        <translation>テキストのないメッセージ</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of “%1”</source>
        <translation>
            <numerusform>「%1」のメッセージ %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message numerus="yes">
        <source>The model answers %n prompt(s), and some are kept aside to measure with.</source>
        <translation>
            <numerusform>モデルが %n 件のプロンプトに答え、一部を測定用に取っておきます。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no time for all of the %L1; a longer tuning learns from more.</source>
        <translation>全 %L1 件に答える時間はありません。調整を長くすると、より多くのプロンプトから学習します。</translation>
    </message>
    <message>
        <source>up to %1 beside the model</source>
        <translation>モデルのほかに最大 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) collected</source>
        <translation>
            <numerusform>%n 件の回答を収集済み</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1 · loss %2</source>
        <translation>ステップ %L1 · 損失 %2</translation>
    </message>
    <message>
        <source>Answering with and without it</source>
        <translation>アダプターありとなしで回答しています</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>残り 1 分未満</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>残り約 %1</translation>
    </message>
    <message>
        <source>%1 tokens per step on unseen prompts</source>
        <translation>初めて見るプロンプトで 1 ステップ %1 トークン</translation>
    </message>
    <message>
        <source>%1 now answers %2 as fast</source>
        <translation>%1 は %2 の速さで答えるようになりました</translation>
    </message>
    <message>
        <source>This adapter does not pay on this computer</source>
        <translation>このアダプターはこのコンピューターでは効果がありません</translation>
    </message>
    <message>
        <source>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</source>
        <translation>初めて見るプロンプトでの測定: 使用時 %1、以前 %2 (通常の生成を 1× とする)。1 ステップ %3 トークン。</translation>
    </message>
    <message>
        <source>It is in use from now on; the text of answers stays the same.</source>
        <translation>今後はこのアダプターを使います。回答の文章は変わりません。</translation>
    </message>
    <message>
        <source>Canter goes on as before. The adapter is kept, in case.</source>
        <translation>Canter はこれまでどおり動作します。アダプターは念のため残しておきます。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
</context>
</TS>
