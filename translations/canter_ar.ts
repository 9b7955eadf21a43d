<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>إضافة عنوان</translation>
    </message>
    <message>
        <source>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</source>
        <translation>لـ Ollama أو LM Studio أو vLLM أو خادم llama.cpp أو مزوّد له واجهة OpenAI. ما تكتبه في المحادثات مع نماذجه يُرسل إلى هناك.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>المفتاح، إن طُلب</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</source>
        <translation>يُحفظ المفتاح في حلقة مفاتيح النظام؛ وإن لم توجد فحتى إغلاق Canter. ‏$NAME يأخذه من ذلك المتغيّر.</translation>
    </message>
    <message>
        <source>Key file and certificates</source>
        <translation>ملف المفتاح والشهادات</translation>
    </message>
    <message>
        <source>File whose first line is the key</source>
        <translation>ملف سطره الأول هو المفتاح</translation>
    </message>
    <message>
        <source>Certificates to trust there (PEM file)</source>
        <translation>شهادات موثوقة هناك (ملف PEM)</translation>
    </message>
    <message>
        <source>Add and open</source>
        <translation>إضافة وفتح</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>البحث عن نماذجه</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>الإجابة من جديد</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Continue and leave out the oldest</source>
        <translation>متابعة وترك الأقدم</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Branch from here into a new chat</source>
        <translation>التفريع من هنا إلى محادثة جديدة</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>This run was started with a theme of its own. The choice is for the next.</source>
        <translation>بدأ هذا التشغيل بسمة محددة. يسري الاختيار من التشغيل التالي.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>This run was started in a language of its own. The choice is for the next.</source>
        <translation>بدأ هذا التشغيل بلغة محددة. يسري الاختيار من التشغيل التالي.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>تقليل الحركة</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>“%1” is larger than %2; attach a part of it</source>
        <translation>حجم «%1» أكبر من %2؛ أرفق جزءًا منه</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>تتعذر قراءة «%1»: %2</translation>
    </message>
    <message>
        <source>“%1” is a picture, and no model here sees pictures; say in words what is in it</source>
        <translation>«%1» صورة، ولا يرى أي نموذج هنا الصور؛ صِف ما فيها بالكلمات</translation>
    </message>
    <message>
        <source>“%1” is not text; text, PDF, DOCX and ODT files can be attached</source>
        <translation>«%1» ليس نصًا؛ يمكن إرفاق ملفات نصية وPDF وDOCX وODT</translation>
    </message>
    <message>
        <source>“%1” is no file; choose a file with text</source>
        <translation>«%1» ليس ملفًا؛ اختر ملفًا فيه نص</translation>
    </message>
    <message>
        <source>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</source>
        <translation>«%1» ليس مستندًا يقرؤه Canter؛ يمكن إرفاق ملفات نصية وPDF وDOCX وODT</translation>
    </message>
    <message>
        <source>“%1” has no text in it</source>
        <translation>لا نص في «%1»</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read; save it anew</source>
        <translation>«%1» تالف ولا يمكن قراءته؛ احفظه من جديد</translation>
    </message>
    <message>
        <source>“%1” asks for a password; save a copy without one</source>
        <translation>«%1» محمي بكلمة مرور؛ احفظ نسخة من دونها</translation>
    </message>
    <message>
        <source>“%1” is a PDF, which this build of Canter does not read; save it as text</source>
        <translation>«%1» ملف PDF لا تقرؤه هذه النسخة من Canter؛ احفظه نصًا</translation>
    </message>
    <message>
        <source>“%1” has no text, only pictures of its pages; have a text recognition program read it first</source>
        <translation>لا نص في «%1»، بل صور لصفحاته فقط؛ يستخرجه برنامج للتعرف على النصوص</translation>
    </message>
</context>
<context>
    <name>AttachmentChips</name>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Summarizing “%1”…</source>
        <translation>جارٍ تلخيص «%1»…</translation>
    </message>
    <message>
        <source>Summarizing “%1”: part %2 of %3</source>
        <translation>جارٍ تلخيص «%1»: الجزء %2 من %3</translation>
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
        <translation>إخفاء محتوى الملف</translation>
    </message>
    <message>
        <source>Shows what is in the file</source>
        <translation>إظهار محتوى الملف</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Hide the catalogue</source>
        <translation>أخفِ الفهرس</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n model(s) of the catalogue</source>
        <translation>
            <numerusform>أظهر نماذج الفهرس (%n)</numerusform>
            <numerusform>أظهر نموذج الفهرس</numerusform>
            <numerusform>أظهر نموذجي الفهرس</numerusform>
            <numerusform>أظهر نماذج الفهرس كلها (%n)</numerusform>
            <numerusform>أظهر نماذج الفهرس كلها (%n)</numerusform>
            <numerusform>أظهر نماذج الفهرس كلها (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for a newer catalogue</source>
        <translation>ابحث عن فهرس أحدث</translation>
    </message>
    <message>
        <source>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</source>
        <translation>لا يُطلب إلا حين تضغط هنا، ولا يُعتمد إلا بتوقيع صانعي Canter.</translation>
    </message>
</context>
<context>
    <name>ChatDocument</name>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>إجابة</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>مرفق: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>معدَّل يدويًا</translation>
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
        <translation>دقيق</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>متوازن</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>إبداعي</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>إعدادات النموذج</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Opening %1</source>
        <translation>جارٍ فتح %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Settings of this chat</source>
        <translation>إعدادات هذه المحادثة</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>تعليمات النظام</translation>
    </message>
    <message>
        <source>You are a patient teacher.</source>
        <translation>أنت معلّم صبور.</translation>
    </message>
    <message>
        <source>Tells the model who it is, before all that is said.</source>
        <translation>تخبر النموذج من يكون قبل أي كلام آخر.</translation>
    </message>
    <message>
        <source>Higher is more surprising. The server decides until you change it.</source>
        <translation>كلما ارتفعت زادت المفاجآت. يقرّر الخادم إلى أن تغيّرها.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>درجة العشوائية</translation>
    </message>
    <message>
        <source>Higher is more surprising.</source>
        <translation>كلما ارتفعت زادت المفاجآت.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share.</source>
        <translation>فقط الكلمات الأرجح التي تبلغ معًا هذه النسبة.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words with this share of the likeliest one&apos;s chance.</source>
        <translation>فقط الكلمات التي لا يقل احتمالها عن هذه النسبة من احتمال الكلمة الأرجح.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words; 0 for all.</source>
        <translation>فقط هذا العدد من الكلمات الأرجح؛ 0 لجميعها.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>عقوبة التكرار</translation>
    </message>
    <message>
        <source>1 is none; more makes repeated words less likely.</source>
        <translation>القيمة 1 تعني بلا عقوبة؛ وكلما زادت قلّ احتمال تكرار الكلمات.</translation>
    </message>
    <message>
        <source>In tokens; empty for no limit.</source>
        <translation>بالرموز؛ اتركه فارغًا بلا حد.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>The same seed draws the same answer again; empty for another each time.</source>
        <translation>البذرة نفسها تعطي الإجابة نفسها من جديد؛ اتركها فارغة لإجابة مختلفة كل مرة.</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>استخدامها للمحادثات الجديدة</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>Mark drafted words in answers</source>
        <translation>تمييز الكلمات المتوقعة في الإجابات</translation>
    </message>
    <message>
        <source>Greedy: always the likeliest word.</source>
        <translation>جشِع: الكلمة الأرجح دائمًا.</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>الطول الأقصى</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>%1 · shown as code</source>
        <translation>%1 · معروض كرمز برمجي</translation>
    </message>
    <message>
        <source>Long lines as they are</source>
        <translation>عدم لف الأسطر الطويلة</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>لف الأسطر الطويلة</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>حفظ في ملف</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>كل الأوامر</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>البحث في الأوامر</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>لا أمر بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>البحث في المحادثات</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>كتابة رسالة</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>إرفاق ملف</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>إيقاف الإجابة</translation>
    </message>
    <message>
        <source>Undo the last deletion</source>
        <translation>التراجع عن آخر حذف</translation>
    </message>
    <message>
        <source>Answer anew</source>
        <translation>الإجابة من جديد</translation>
    </message>
    <message>
        <source>Turn acceleration on or off</source>
        <translation>تشغيل التسريع أو إيقافه</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>إعدادات هذه المحادثة</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>فتح نموذج</translation>
    </message>
    <message>
        <source>Tune an adapter</source>
        <translation>ضبط محوّل</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>الانتقال إلى المحادثة</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>الانتقال إلى المقارنة</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>الانتقال إلى النماذج</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>اجلب نماذج</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>الانتقال إلى الإعدادات</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>الانتقال إلى سلة المهملات</translation>
    </message>
    <message>
        <source>Fold or show the sidebar</source>
        <translation>طي الشريط الجانبي أو إظهاره</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>حجم النص المعتاد</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>كل الأوامر</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>قائمة المفاتيح</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>New folder for chats</source>
        <translation>مجلد جديد للمحادثات</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>استيراد محادثات</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>تكرار هذه المحادثة</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>نقل هذه المحادثة إلى سلة المهملات</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>تصدير هذه المحادثة بصيغة Markdown</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>تصدير هذه المحادثة بصيغة JSON</translation>
    </message>
    <message>
        <source>Save this chat as PDF</source>
        <translation>حفظ هذه المحادثة بصيغة PDF</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>طباعة هذه المحادثة</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</source>
        <translation>المطالبة نفسها، بإجابة عادية وأخرى مسرّعة. تبقى الكلمات كما هي؛ شاهد كم تصل أبكر.</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>استخدام النموذج المرفق</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>فتح نموذج…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>ضبط…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>مسرّعة</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>المطالبات</translation>
    </message>
    <message>
        <source>Earlier comparisons</source>
        <translation>المقارنات السابقة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>The comparison is deleted</source>
        <translation>حُذفت المقارنة</translation>
    </message>
</context>
<context>
    <name>CompareSettings</name>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>At random, both ways with the same numbers</source>
        <translation>اختيار عشوائي، بالأرقام نفسها في الحالتين</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>درجة العشوائية</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message numerus="yes">
        <source>At most %n token(s)</source>
        <translation>
            <numerusform>بحد أقصى %n رمز</numerusform>
            <numerusform>بحد أقصى رمز واحد</numerusform>
            <numerusform>بحد أقصى رمزان</numerusform>
            <numerusform>بحد أقصى %n رموز</numerusform>
            <numerusform>بحد أقصى %n رمزًا</numerusform>
            <numerusform>بحد أقصى %n رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>رمزًا</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>جشِع</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>مُعايَن</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>الطول الأقصى</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 رمز/ث</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>لا مطالبات</numerusform>
            <numerusform>مطالبة واحدة</numerusform>
            <numerusform>مطالبتان</numerusform>
            <numerusform>%n مطالبات</numerusform>
            <numerusform>%n مطالبة</numerusform>
            <numerusform>%n مطالبة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ملي ث</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message</source>
        <translation>اكتب رسالة</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>إيقاف (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>إرسال (Enter)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>إرفاق ملف</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Opening %1…</source>
        <translation>جارٍ فتح %1…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>لا يوجد نموذج</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>اختيار نموذج آخر</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>فتح نموذج…</translation>
    </message>
    <message>
        <source>Tune adapter…</source>
        <translation>ضبط المحوّل…</translation>
    </message>
    <message>
        <source>Accelerate</source>
        <translation>تسريع</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>ضبط…</translation>
    </message>
    <message>
        <source>Make an adapter for this model</source>
        <translation>إنشاء محوّل لهذا النموذج</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>Opened so far: %1</source>
        <translation>فُتح حتى الآن: %1</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>السرعة: %1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>إعدادات هذه المحادثة</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>كل النماذج…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>The model of this chat. It opens with your next message.</source>
        <translation>نموذج هذه المحادثة. يُفتح مع رسالتك التالية.</translation>
    </message>
</context>
<context>
    <name>ComputingSection</name>
    <message>
        <source>Computing</source>
        <translation>الحوسبة</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>أنوية المعالج</translation>
    </message>
    <message>
        <source>More answer faster, up to the cores there are; fewer leave room for other programs.</source>
        <translation>كلما زادت أسرعت الإجابة بقدر الأنوية المتاحة، وكلما قلّت بقي مجال لبرامج أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>This run was started with %n thread(s). The choice is for the next.</source>
        <translation>
            <numerusform>بدأ هذا التشغيل بعدد محدد من الخيوط. يسري الاختيار من التشغيل التالي.</numerusform>
            <numerusform>بدأ هذا التشغيل بخيط واحد. يسري الاختيار من التشغيل التالي.</numerusform>
            <numerusform>بدأ هذا التشغيل بخيطين. يسري الاختيار من التشغيل التالي.</numerusform>
            <numerusform>بدأ هذا التشغيل بعدد %n خيوط. يسري الاختيار من التشغيل التالي.</numerusform>
            <numerusform>بدأ هذا التشغيل بعدد %n خيطًا. يسري الاختيار من التشغيل التالي.</numerusform>
            <numerusform>بدأ هذا التشغيل بعدد %n خيط. يسري الاختيار من التشغيل التالي.</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>تلقائي (%1)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>الأنوية</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</source>
        <translation>تُقرَّب ذاكرة النموذج للمحادثة لتتسع لمحادثات أطول. قد تختلف كلمة في الإجابات أحيانًا.</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is kept as it was computed.</source>
        <translation>تُحفظ ذاكرة النموذج للمحادثة كما حُسبت.</translation>
    </message>
    <message>
        <source>Exact (F32)</source>
        <translation>دقيقة (F32)</translation>
    </message>
    <message>
        <source>Half the memory (F16)</source>
        <translation>نصف الذاكرة (F16)</translation>
    </message>
    <message>
        <source>A quarter of the memory (Q8_0)</source>
        <translation>ربع الذاكرة (Q8_0)</translation>
    </message>
    <message>
        <source>Applies after the running answer.</source>
        <translation>يسري بعد الإجابة الجارية.</translation>
    </message>
    <message>
        <source>A change applies after the running answer.</source>
        <translation>يسري التغيير بعد الإجابة الجارية.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>Chat memory (KV cache)</source>
        <translation>ذاكرة المحادثات (KV cache)</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>طول السياق</translation>
    </message>
    <message>
        <source>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</source>
        <translation>أقصى ما يقرؤه النموذج من محادثة. السياق الأقصر يشغل ذاكرة أقل؛ ولا تُمدَّد النماذج التي تقرأ أقل من ذلك.</translation>
    </message>
    <message>
        <source>As the model can</source>
        <translation>بقدر ما يستطيع النموذج</translation>
    </message>
    <message>
        <source>%L1 tokens</source>
        <translation>%L1 رمز</translation>
    </message>
    <message>
        <source>Chats kept ready</source>
        <translation>محادثات جاهزة</translation>
    </message>
    <message>
        <source>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</source>
        <translation>ذاكرة تبقى فيها المحادثات كما قرأها النموذج، فلا تُقرأ من جديد عند العودة إليها. يُزال أولًا ما لم يُستخدم منذ أطول مدة.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>The last one alone</source>
        <translation>الأخيرة فقط</translation>
    </message>
    <message>
        <source>%L1 GB</source>
        <translation>%L1 غيغابايت</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Chats</source>
        <translation>المحادثات</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Answering</source>
        <translation>يجيب الآن</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>عنوان المحادثة</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>تصدير بصيغة Markdown…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>تصدير بصيغة JSON…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>النقل إلى مجلد…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>الحفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>الإخراج من المجلد</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Your data</source>
        <translation>بياناتك</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>مجلد البيانات: %1</translation>
    </message>
    <message>
        <source>Chats and settings: %1</source>
        <translation>المحادثات والإعدادات: %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but the names of models that you search for or get.</source>
        <translation>لا يغادر هذا الحاسوب شيء سوى أسماء النماذج التي تبحث عنها أو تجلبها.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>تصدير كل شيء…</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>كل شيء في %1</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>استيراد محادثات…</translation>
    </message>
    <message>
        <source>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</source>
        <translation>من ChatGPT أو Claude أو LM Studio أو Jan أو Open WebUI أو Canter؛ وما هو هنا من قبل لا يُضاف مجددًا.</translation>
    </message>
</context>
<context>
    <name>DefaultModelRow</name>
    <message>
        <source>Default model</source>
        <translation>النموذج الافتراضي</translation>
    </message>
    <message>
        <source>Opens when Canter starts, and new chats begin with it.</source>
        <translation>يُفتح عند بدء Canter، وتبدأ به المحادثات الجديدة.</translation>
    </message>
    <message>
        <source>The last one used</source>
        <translation>آخر ما استُخدم</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Getting %1</source>
        <translation>جلب %1</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Pause</source>
        <translation>أوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>أدخل رمزًا…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>تخلّص منه</translation>
    </message>
    <message>
        <source>%1: %2 percent are here</source>
        <translation>%1: وصل %2 بالمئة</translation>
    </message>
</context>
<context>
    <name>DownloadsSection</name>
    <message>
        <source>Downloads</source>
        <translation>التنزيلات</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>%1 %</source>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>earlier text %L1</source>
        <translation>نص سابق %L1</translation>
    </message>
    <message>
        <source>words seen before %L1</source>
        <translation>كلمات سبق ورودها %L1</translation>
    </message>
    <message>
        <source>trained masks %L1</source>
        <translation>أقنعة مدرَّبة %L1</translation>
    </message>
    <message>
        <source>trained head %L1</source>
        <translation>رأس مدرَّب %L1</translation>
    </message>
    <message>
        <source>the model&apos;s own head %L1</source>
        <translation>رأس النموذج نفسه %L1</translation>
    </message>
    <message>
        <source>another model %L1</source>
        <translation>نموذج آخر %L1</translation>
    </message>
    <message>
        <source>Guessed right: %L1 of %L2 tokens</source>
        <translation>الصحيح من التوقعات: %L1 من %L2 رمز</translation>
    </message>
    <message>
        <source>some by several sources</source>
        <translation>بعضها من عدة مصادر</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>الكلمات المتوقعة: %1 صف لكل خطوة، الصحيح منها حسب العمق: %2</translation>
    </message>
    <message>
        <source>Time: %1 for drafting, %2 for checking</source>
        <translation>الوقت: %1 للتوقع، %2 للتحقق</translation>
    </message>
</context>
<context>
    <name>DraftModelChoice</name>
    <message>
        <source>Drafts from</source>
        <translation>المسودات من</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>لا نموذج آخر</translation>
    </message>
    <message>
        <source>Drafts from %1</source>
        <translation>المسودات من %1</translation>
    </message>
    <message>
        <source>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</source>
        <translation>يمكن لنموذج أصغر بكثير وله المفردات نفسها أن يضع مسودات لهذا النموذج. تبقى الإجابات كما هي، وتصل أسرع حين يصيب في تخمينه.</translation>
    </message>
    <message>
        <source>No other model</source>
        <translation>من دون نموذج آخر</translation>
    </message>
</context>
<context>
    <name>DuplicatesSection</name>
    <message>
        <source>There twice</source>
        <translation>مكرّرة</translation>
    </message>
    <message>
        <source>Comparing files of one size…</source>
        <translation>تُقارَن الملفات المتساوية الحجم…</translation>
    </message>
    <message>
        <source>Programs bring models each for itself. Canter compares the files above and says which are the same.</source>
        <translation>يجلب كل برنامج نماذجه لنفسه. يقارن Canter الملفات أعلاه ويقول أيها متطابق.</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>ابحث عن المكرّرات</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>لا يوجد نموذج مفتوح</translation>
    </message>
    <message>
        <source>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</source>
        <translation>النموذج الأكبر يعرف أكثر. يجد Canter ثلاثة تناسب هذا الحاسوب؛ أو افتح ملف GGUF أو أفلته هنا.</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>اجلب نموذجًا…</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>فتح نموذج…</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>القياسات</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>مسرّعة</translation>
    </message>
    <message>
        <source>%1: plain %2, accelerated %3</source>
        <translation>%1: عادية %2، مسرّعة %3</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop a model to open it, exported chats to import them, or a file to write about it</source>
        <translation>أفلت نموذجًا لفتحه، أو محادثات مصدَّرة لاستيرادها، أو ملفًا للكتابة عنه</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>Folder with %n chat(s)</source>
        <translation>
            <numerusform>مجلد بلا محادثات (%n)</numerusform>
            <numerusform>مجلد فيه محادثة واحدة</numerusform>
            <numerusform>مجلد فيه محادثتان</numerusform>
            <numerusform>مجلد فيه %n محادثات</numerusform>
            <numerusform>مجلد فيه %n محادثة</numerusform>
            <numerusform>مجلد فيه %n محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>اسم المجلد</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>حذف المجلد مع إبقاء محادثاته</translation>
    </message>
</context>
<context>
    <name>FolderSection</name>
    <message>
        <source>Where models are kept</source>
        <translation>مكان حفظ النماذج</translation>
    </message>
    <message>
        <source>Folder for models: %1</source>
        <translation>مجلد النماذج: %1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>اختر مجلدًا آخر…</translation>
    </message>
    <message>
        <source>Use Canter&apos;s own folder</source>
        <translation>استخدم مجلد Canter</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>افتح المجلد</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that you got lie in another folder.</source>
        <translation>
            <numerusform>لا نماذج في مجلد آخر (%n).</numerusform>
            <numerusform>نموذج واحد مما جلبته في مجلد آخر.</numerusform>
            <numerusform>نموذجان مما جلبته في مجلد آخر.</numerusform>
            <numerusform>%n نماذج مما جلبته في مجلد آخر.</numerusform>
            <numerusform>%n نموذجًا مما جلبته في مجلد آخر.</numerusform>
            <numerusform>%n نموذج مما جلبته في مجلد آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another folder is for what you get from then on. What is there already stays where it is until you move it.</source>
        <translation>المجلد الآخر لما تجلبه من بعد. وما هو موجود يبقى في مكانه حتى تنقله.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>أوقف</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>انقل إلى هنا</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Put %1 into the list</source>
        <translation>إضافة %1 إلى القائمة</translation>
    </message>
</context>
<context>
    <name>FoundModels</name>
    <message>
        <source>Found on this computer</source>
        <translation>عُثر عليها في هذا الحاسوب</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>البحث مجددًا</translation>
    </message>
    <message>
        <source>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</source>
        <translation>لم يُعثر على نماذج أخرى. النموذج ملف GGUF أو مجلد فيه ملفات safetensors؛ ويمكنك إضافة نموذج من أي مكان.</translation>
    </message>
    <message>
        <source>Canter looked in:</source>
        <translation>بحث Canter في:</translation>
    </message>
</context>
<context>
    <name>GetButton</name>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>اجلب</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
</context>
<context>
    <name>GetModelsPage</name>
    <message>
        <source>Get models</source>
        <translation>اجلب نماذج</translation>
    </message>
    <message>
        <source>All your models</source>
        <translation>كل نماذجك</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, not identical, %2</source>
        <translation>%1، غير متطابقة، %2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>HubModelCard</name>
    <message>
        <source>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</source>
        <translation>يطلب صانعوه قبول شروط على huggingface.co أولًا، ورمز وصولك (انظر أدناه).</translation>
    </message>
    <message>
        <source>Fewer sizes</source>
        <translation>أحجام أقل</translation>
    </message>
    <message numerus="yes">
        <source>%n more size(s)</source>
        <translation>
            <numerusform>%n حجم آخر</numerusform>
            <numerusform>حجم آخر</numerusform>
            <numerusform>حجمان آخران</numerusform>
            <numerusform>%n أحجام أخرى</numerusform>
            <numerusform>%n حجمًا آخر</numerusform>
            <numerusform>%n حجم آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide its card</source>
        <translation>أخفِ وصفه</translation>
    </message>
    <message>
        <source>Read its card</source>
        <translation>اقرأ وصفه</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Search Hugging Face</source>
        <translation>ابحث في Hugging Face</translation>
    </message>
    <message>
        <source>A model&apos;s name, as in “granite 2b”</source>
        <translation>اسم نموذج، مثل «granite 2b»</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>ابحث</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>البحث عن «%1»…</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Try fewer or other words.</source>
        <translation>لم يُعثر على شيء عن «%1». جرّب كلمات أقل أو غيرها.</translation>
    </message>
    <message>
        <source>What you type is sent to huggingface.co when you press Enter, and nothing else.</source>
        <translation>ما تكتبه يُرسل إلى huggingface.co عند الضغط على Enter، ولا شيء غيره.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>الانتقال إلى الأحدث</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>إرسال الرسالة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>بدء سطر جديد</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Bring back an earlier question</source>
        <translation>استرجاع سؤال سابق</translation>
    </message>
    <message>
        <source>Rename the chat in the list</source>
        <translation>إعادة تسمية المحادثة في القائمة</translation>
    </message>
    <message>
        <source>Move the chat in the list to the trash</source>
        <translation>نقل المحادثة في القائمة إلى سلة المهملات</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>Its turn comes next</source>
        <translation>دورها هو التالي</translation>
    </message>
    <message>
        <source>live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>أُوقفت</translation>
    </message>
    <message>
        <source>as it just was</source>
        <translation>إعادة عرض</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>لا رموز</numerusform>
            <numerusform>رمز واحد</numerusform>
            <numerusform>رمزان</numerusform>
            <numerusform>%n رموز</numerusform>
            <numerusform>%n رمزًا</numerusform>
            <numerusform>%n رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>الإجابة: %1</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>هل تفتح هذا الرابط؟</translation>
    </message>
    <message>
        <source>This link cannot be opened here</source>
        <translation>لا يمكن فتح هذا الرابط هنا</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>يؤدي إلى %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Close without saving?</source>
        <translation>إغلاق من دون حفظ؟</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</source>
        <translation>
            <numerusform>لا رسائل غير محفوظة.</numerusform>
            <numerusform>تعذّرت كتابة رسالة واحدة على القرص، وستُفقد. يواصل Canter المحاولة: ستُحفظ حين تتوفر مساحة على القرص.</numerusform>
            <numerusform>تعذّرت كتابة رسالتين على القرص، وستُفقدان. يواصل Canter المحاولة: ستُحفظان حين تتوفر مساحة على القرص.</numerusform>
            <numerusform>تعذّرت كتابة %n رسائل على القرص، وستُفقد. يواصل Canter المحاولة: ستُحفظ حين تتوفر مساحة على القرص.</numerusform>
            <numerusform>تعذّرت كتابة %n رسالة على القرص، وستُفقد. يواصل Canter المحاولة: ستُحفظ حين تتوفر مساحة على القرص.</numerusform>
            <numerusform>تعذّرت كتابة %n رسالة على القرص، وستُفقد. يواصل Canter المحاولة: ستُحفظ حين تتوفر مساحة على القرص.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Canter open</source>
        <translation>إبقاء Canter مفتوحًا</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>إغلاق وفقدانها</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the chats</source>
        <translation>إظهار المحادثات</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>فتح نموذج</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>النماذج (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Prompts to learn from</source>
        <translation>مطالبات للتعلم منها</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl)</source>
        <translation>مطالبات (*.jsonl)</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>تصدير كل شيء</translation>
    </message>
    <message>
        <source>Export the chat</source>
        <translation>تصدير المحادثة</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>مطالبات للمقارنة</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>حفظ المقارنة</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>إضافة نموذج</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>إضافة مجلد نموذج</translation>
    </message>
    <message>
        <source>A folder for models</source>
        <translation>مجلد للنماذج</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>إرفاق ملف</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>حفظ الرمز البرمجي</translation>
    </message>
    <message>
        <source>Exported chats (*.json *.jsonl)</source>
        <translation>محادثات مصدَّرة (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>استيراد محادثات</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit the message</source>
        <translation>تحرير الرسالة</translation>
    </message>
    <message>
        <source>What was said before stays as another version.</source>
        <translation>يبقى ما قيل من قبل نسخةً أخرى.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>The model&apos;s context is full with this turn alone. Ask for less at a time, or open a model with a longer context.</source>
        <translation>هذا السؤال وجوابه يملآن وحدهما سياق النموذج. اطلب أقل في كل مرة، أو افتح نموذجًا سياقه أطول.</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>نسخ التحديد</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>لا رموز</numerusform>
            <numerusform>رمز واحد</numerusform>
            <numerusform>رمزان</numerusform>
            <numerusform>%n رموز</numerusform>
            <numerusform>%n رمزًا</numerusform>
            <numerusform>%n رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 رمز/ث</translation>
    </message>
    <message>
        <source>%1 per step</source>
        <translation>%1 لكل خطوة</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>أول رمز %1 ث</translation>
    </message>
    <message>
        <source>Answer: %1 tokens in %2 steps</source>
        <translation>الإجابة: %1 رمز، عدد الخطوات: %2</translation>
    </message>
    <message>
        <source>Altogether: %1 s</source>
        <translation>الإجمالي: %1 ث</translation>
    </message>
    <message>
        <source>Ended by your token limit</source>
        <translation>انتهت عند حد الرموز الذي حددته</translation>
    </message>
    <message>
        <source>The model&apos;s context is full</source>
        <translation>امتلأ سياق النموذج</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقفت</translation>
    </message>
    <message>
        <source>Interrupted when Canter ended</source>
        <translation>انقطعت عند إغلاق Canter</translation>
    </message>
    <message>
        <source>The answer failed</source>
        <translation>فشلت الإجابة</translation>
    </message>
    <message>
        <source>Being written by another window</source>
        <translation>تُكتب الآن في نافذة أخرى</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, read in %2 s</source>
        <translation>المطالبة: %1 رمز، قُرئت في %2 ث</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</source>
        <translation>المطالبة: %1 رمز، منها %2 معروفة من قبل، وقُرئ الباقي في %3 ث</translation>
    </message>
    <message>
        <source>Read from its beginning</source>
        <translation>قُرئت من بدايتها</translation>
    </message>
    <message>
        <source>Went on where the last answer ended</source>
        <translation>استُؤنفت من حيث انتهت الإجابة السابقة</translation>
    </message>
    <message>
        <source>Went back to where it parts from the text before</source>
        <translation>عودة إلى موضع افتراقها عن النص السابق</translation>
    </message>
    <message>
        <source>Went back to a state that was kept, and read on from there</source>
        <translation>عاد النموذج إلى حالة محفوظة وتابع القراءة منها</translation>
    </message>
    <message>
        <source>Read again from its beginning, since nothing that early was kept</source>
        <translation>أُعيدت قراءتها من بدايتها، إذ لم يُحفظ شيء بهذا القِدم</translation>
    </message>
    <message>
        <source>Read again from its beginning, as this model must when a text gets long</source>
        <translation>أُعيدت قراءتها من بدايتها، كما يتطلب هذا النموذج حين يطول النص</translation>
    </message>
    <message>
        <source>tuned here, no. %1</source>
        <translation>ضُبط هنا، رقم %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>النموذج: %1</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>المحوّل: %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>الوقت: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>معدَّل يدويًا</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>فتح نموذج آخر…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>استخدام النموذج المرفق</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>Try the adapter</source>
        <translation>جرّب المحوّل</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>ضبط…</translation>
    </message>
    <message>
        <source>Make an adapter for %1</source>
        <translation>إنشاء محوّل للنموذج %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>نسخ المسار</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>افحص الملف ثانية</translation>
    </message>
    <message>
        <source>Delete from the disk…</source>
        <translation>احذف من القرص…</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Get models…</source>
        <translation>اجلب نماذج…</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>إضافة ملف…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>إضافة مجلد…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>إضافة عنوان…</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Good at: %1</source>
        <translation>يجيد: %1</translation>
    </message>
    <message>
        <source>But: %1</source>
        <translation>لكن: %1</translation>
    </message>
</context>
<context>
    <name>OverfullBanner</name>
    <message>
        <source>Leave out the oldest</source>
        <translation>ترك الأقدم</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>إبقاء البداية</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>اختيار جزء…</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>تلخيص</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>“%1” is off the list; its file stays</source>
        <translation>أُزيل «%1» من القائمة؛ ويبقى ملفه</translation>
    </message>
    <message>
        <source>“%1” is off the list</source>
        <translation>أُزيل «%1» من القائمة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>“%1” is here</source>
        <translation>«%1» وصل</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>افتح</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1, not identical</source>
        <translation>%1، غير متطابقة</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>About %1 tokens; %2 fit.</source>
        <translation>نحو %1 من الرموز؛ يتسع المكان لـ %2.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Which part of “%1”?</source>
        <translation>أي جزء من «%1»؟</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>من الصفحة</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>الجزء</translation>
    </message>
    <message>
        <source>to page</source>
        <translation>إلى الصفحة</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>من %L1</translation>
    </message>
    <message>
        <source>Take this part</source>
        <translation>أخذ هذا الجزء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Another program on this computer answers, at %1.</source>
        <translation>يجيب برنامج آخر على هذا الحاسوب، على %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer: it goes to %1.</source>
        <translation>ما تكتبه يغادر هذا الحاسوب: يذهب إلى %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer, unencrypted: it goes to %1.</source>
        <translation>ما تكتبه يغادر هذا الحاسوب دون تعمية: يذهب إلى %1.</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>إعداد جاهز</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>حذف الإعداد الجاهز</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>اسم إعداد جاهز جديد</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>One prompt</source>
        <translation>مطالبة واحدة</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>مجموعة مطالبات</translation>
    </message>
    <message>
        <source>Write a prompt that both answer</source>
        <translation>اكتب مطالبة للإجابتين معًا</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>المطالبة</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>محادثة في كل سطر، بصيغة JSON</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>لا مطالبات</numerusform>
            <numerusform>مطالبة واحدة</numerusform>
            <numerusform>مطالبتان</numerusform>
            <numerusform>%n مطالبات</numerusform>
            <numerusform>%n مطالبة</numerusform>
            <numerusform>%n مطالبة</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them that fit the model are answered both ways.</source>
        <translation>يُجاب بالطريقتين عن أول ما يتسع له النموذج منها.</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</source>
        <translation>أسئلة وكتابة وشيفرة وقوائم. تتعلم المحوّلات من مطالبات أخرى إن سمح الوقت بذلك.</translation>
    </message>
    <message>
        <source>One after the other, so that neither slows the other. Then both are shown from the same start.</source>
        <translation>واحدة بعد الأخرى، كي لا تبطئ إحداهما الأخرى. ثم تُعرضان معًا من البداية نفسها.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Run (Ctrl+Enter)</source>
        <translation>تشغيل (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>مضمّنة</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>Delete with what follows</source>
        <translation>حذفها مع ما يليها</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>السؤال مجددًا</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>الرموز عبر الزمن</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>الزمن لكل رمز</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>لا يوجد محوّل لهذا النموذج بعد</translation>
    </message>
    <message>
        <source>no drafts just now</source>
        <translation>لا مسودات الآن</translation>
    </message>
</context>
<context>
    <name>RecommendedSection</name>
    <message>
        <source>For this computer</source>
        <translation>لهذا الحاسوب</translation>
    </message>
    <message>
        <source>Measuring how quickly this computer reads its memory…</source>
        <translation>يُقاس كم يسرع هذا الحاسوب في قراءة ذاكرته…</translation>
    </message>
    <message>
        <source>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</source>
        <translation>لا يتسع ما هو متاح من الذاكرة لأي نموذج في الفهرس. أغلق برامج أخرى ثم انظر ثانية.</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>الآن</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month as in &quot;3 May&quot;; see QLocale::toString for the letters</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>أقدم</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Delete %1?</source>
        <translation>حذف %1؟</translation>
    </message>
    <message>
        <source>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</source>
        <translation>يُحذف ملفه من القرص نهائيًا ولا يُنقل إلى المهملات (%1). وتبقى محادثاتك معه.</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>احذف الملف</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>أبقِه</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>حفظ القياسات في جدول</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Save everything, with the time of each token</source>
        <translation>حفظ كل شيء، مع زمن كل رمز</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save a picture of the result</source>
        <translation>حفظ صورة للنتيجة</translation>
    </message>
    <message>
        <source>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</source>
        <translation>قيستا واحدة بعد الأخرى، كي لا تبطئ إحداهما الأخرى. كلتاهما قرأت المطالبة من أول كلمة.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>البحث في المحادثات</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Chats found</source>
        <translation>المحادثات التي عُثر عليها</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>إعادة الضبط: %1</translation>
    </message>
</context>
<context>
    <name>ServerModels</name>
    <message>
        <source>Look for a model</source>
        <translation>البحث عن نموذج</translation>
    </message>
    <message>
        <source>Models at this address</source>
        <translation>النماذج في هذا العنوان</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Address: %1</source>
        <translation>العنوان: %1</translation>
    </message>
    <message>
        <source>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</source>
        <translation>يمكن للمحرّرات والنصوص البرمجية ونوافذ المحادثة الأخرى على هذا الحاسوب أن تسأله كما تسأل OpenAI أو Ollama. ولا يمكن ذلك لأي حاسوب آخر أو صفحة ويب.</translation>
    </message>
    <message>
        <source>Let other programs use the open model</source>
        <translation>السماح للبرامج الأخرى باستخدام النموذج المفتوح</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>برامج أخرى</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>Starts as soon as a model is open.</source>
        <translation>يبدأ حالما يُفتح نموذج.</translation>
    </message>
    <message>
        <source>The model is called %1 there. No key is needed.</source>
        <translation>اسم النموذج هناك %1. لا حاجة إلى مفتاح.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
    <message>
        <source>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</source>
        <translation>Canter %1. برنامج حر برخصة غنو العمومية العامة، الإصدار 3. يأتي دون أي ضمان.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Chats</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>طي الشريط الجانبي</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>ستظهر محادثاتك هنا.</translation>
    </message>
    <message>
        <source>No chat has “%1”. Try fewer or shorter words.</source>
        <translation>لا توجد محادثة فيها «%1». جرّب كلمات أقل أو أقصر.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>سلة المهملات</translation>
    </message>
</context>
<context>
    <name>SidebarStrip</name>
    <message>
        <source>Show the chats</source>
        <translation>إظهار المحادثات</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
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
        <translation>%1٪</translation>
    </message>
    <message>
        <source>%1 slower</source>
        <translation>أبطأ بنسبة %1</translation>
    </message>
</context>
<context>
    <name>SpeedupBars</name>
    <message>
        <source>Prompts by speed-up</source>
        <translation>المطالبات حسب التسريع</translation>
    </message>
    <message numerus="yes">
        <source>From %1: %n prompt(s)</source>
        <translation>
            <numerusform>من %1: لا مطالبات</numerusform>
            <numerusform>من %1: مطالبة واحدة</numerusform>
            <numerusform>من %1: مطالبتان</numerusform>
            <numerusform>من %1: %n مطالبات</numerusform>
            <numerusform>من %1: %n مطالبة</numerusform>
            <numerusform>من %1: %n مطالبة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepGauge</name>
    <message>
        <source>Tokens of the last steps: %1</source>
        <translation>رموز الخطوات الأخيرة: %1</translation>
    </message>
</context>
<context>
    <name>ThinkingChoice</name>
    <message>
        <source>Thinking before the answer</source>
        <translation>التفكير قبل الإجابة</translation>
    </message>
</context>
<context>
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>يفكّر</translation>
    </message>
</context>
<context>
    <name>ThinkingLevel</name>
    <message>
        <source>Think</source>
        <translation>التفكير</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>التفكير: %1</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers</source>
        <translation>مقدار تفكير النموذج قبل أن يجيب</translation>
    </message>
</context>
<context>
    <name>ThinkingSwitch</name>
    <message>
        <source>Think</source>
        <translation>التفكير</translation>
    </message>
    <message>
        <source>The model thinks before it answers</source>
        <translation>يفكّر النموذج قبل أن يجيب</translation>
    </message>
</context>
<context>
    <name>ThinkingWishes</name>
    <message>
        <source>As the model does</source>
        <translation>كما يفعل النموذج</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>قليلًا</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>بقدر متوسط</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>كثيرًا</translation>
    </message>
</context>
<context>
    <name>ThoughtView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>فكّر لمدة %1</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <translation>يفكّر… %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>يفكّر…</translation>
    </message>
    <message>
        <source>Hides what the model thought</source>
        <translation>يخفي ما فكّر فيه النموذج</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>يعرض ما فكّر فيه النموذج</translation>
    </message>
    <message>
        <source>Copy what the model thought</source>
        <translation>نسخ ما فكّر فيه النموذج</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>انتهى ضبط %1 قبل اكتماله</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>«%1» في سلة المهملات</translation>
    </message>
    <message>
        <source>The folder “%1” is deleted, its chats are not</source>
        <translation>حُذف المجلد «%1»، وبقيت محادثاته</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>صُدّرت إلى %1</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>فتح الأحدث</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access token for %1</source>
        <translation>رمز الوصول إلى %1</translation>
    </message>
    <message>
        <source>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</source>
        <translation>اقبل الشروط في صفحة النموذج أولًا. تُنشئ الرمز هناك في إعدادات حسابك، ويكفي رمز للقراءة فقط.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</source>
        <translation>يُحفظ الرمز في حافظة مفاتيح النظام، وإن لم توجد فحتى إغلاق Canter. ولا يراه سوى %1.</translation>
    </message>
    <message>
        <source>Keep it and go on</source>
        <translation>احفظه وتابع</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>احفظه</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>TokenSection</name>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Enter another…</source>
        <translation>أدخل غيره…</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>أدخل رمزًا…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>انسَه</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>هل تحذف «%1» نهائيًا؟</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>سلة المهملات</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>إفراغ سلة المهملات…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>حذف نهائي…</translation>
    </message>
    <message>
        <source>This cannot be undone. An export keeps a copy.</source>
        <translation>لا يمكن التراجع عن هذا. يحتفظ التصدير بنسخة.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>حذف نهائي</translation>
    </message>
    <message>
        <source>Delete all that is in the trash for good?</source>
        <translation>أتريد حذف كل ما في سلة المهملات نهائيًا؟</translation>
    </message>
    <message>
        <source>What you delete stays here until you restore it or delete it for good.</source>
        <translation>يبقى ما تحذفه هنا حتى تستعيده أو تحذفه نهائيًا.</translation>
    </message>
    <message>
        <source>The trash is empty. Chats and messages that you delete can be restored from here.</source>
        <translation>سلة المهملات فارغة. يمكن استعادة ما تحذفه من محادثات ورسائل من هنا.</translation>
    </message>
</context>
<context>
    <name>TuningChart</name>
    <message>
        <source>Loss</source>
        <translation>الخسارة</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>الرموز لكل خطوة</translation>
    </message>
    <message>
        <source>Loss and tokens per step</source>
        <translation>الخسارة والرموز لكل خطوة</translation>
    </message>
</context>
<context>
    <name>TuningLine</name>
    <message>
        <source>Tuning %1</source>
        <translation>جارٍ ضبط %1</translation>
    </message>
</context>
<context>
    <name>TuningOutcome</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مجددًا</translation>
    </message>
    <message>
        <source>Tune anew…</source>
        <translation>الضبط من جديد…</translation>
    </message>
</context>
<context>
    <name>TuningPlan</name>
    <message>
        <source>Start anew</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Start tuning</source>
        <translation>بدء الضبط</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</source>
        <translation>يتيح المحوّل للنموذج توقع عدة كلمات مسبقًا والتحقق منها دفعة واحدة. تصل الإجابات أبكر، ويبقى نصها كما هو.</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>جمع الإجابات</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>جارٍ قياس هذا الحاسوب…</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>التعلم</translation>
    </message>
    <message>
        <source>The adapter learns to guess what the model says. The model itself is not changed.</source>
        <translation>يتعلم المحوّل توقع ما يقوله النموذج. النموذج نفسه لا يتغير.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>القياس</translation>
    </message>
    <message>
        <source>Prompts it never saw are answered with and without it. It is switched on if it pays.</source>
        <translation>يُجاب عن مطالبات لم يرها قط، بالمحوّل وبدونه. ويُفعَّل إن كان مفيدًا.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1، مقترح</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>المطالبات</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>محادثة في كل سطر، بصيغة JSON</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>أسئلة وكتابة وشيفرة وقوائم، بإحدى عشرة لغة</translation>
    </message>
    <message numerus="yes">
        <source>Learn from my own %n question(s) too</source>
        <translation>
            <numerusform>التعلم من أسئلتي أيضًا</numerusform>
            <numerusform>التعلم من سؤالي أيضًا</numerusform>
            <numerusform>التعلم من سؤاليّ أيضًا</numerusform>
            <numerusform>التعلم من أسئلتي أيضًا (%n أسئلة)</numerusform>
            <numerusform>التعلم من أسئلتي أيضًا (%n سؤالًا)</numerusform>
            <numerusform>التعلم من أسئلتي أيضًا (%n سؤال)</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer</source>
        <translation>تبقى على هذا الحاسوب</translation>
    </message>
    <message>
        <source>You can go on chatting meanwhile: tuning waits while an answer is written.</source>
        <translation>يمكنك متابعة المحادثة في هذه الأثناء: ينتظر الضبط ريثما تُكتب الإجابة.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>مضمّنة</translation>
    </message>
</context>
<context>
    <name>TuningRun</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>What was learned is kept, and you can go on later</source>
        <translation>يُحفظ ما تم تعلّمه، ويمكنك المتابعة لاحقًا</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>جمع الإجابات</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>التعلم</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>القياس</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
</context>
<context>
    <name>TuningSheet</name>
    <message>
        <source>Tune adapter</source>
        <translation>ضبط المحوّل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>TuningStep</name>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to the default</source>
        <translation>العودة إلى القيمة الافتراضية</translation>
    </message>
</context>
<context>
    <name>VersionArrows</name>
    <message>
        <source>Earlier version</source>
        <translation>نسخة سابقة</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>النسخة %1 من %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>نسخة لاحقة</translation>
    </message>
</context>
<context>
    <name>WhenFullChoice</name>
    <message>
        <source>When the context is full</source>
        <translation>عند امتلاء السياق</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>التوقف</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>ترك الأقدم</translation>
    </message>
    <message>
        <source>Leave out the middle</source>
        <translation>ترك الوسط</translation>
    </message>
    <message>
        <source>The answer ends there, and nothing is left out.</source>
        <translation>تنتهي الإجابة هناك، ولا يُترك شيء.</translation>
    </message>
    <message>
        <source>The model goes on without the first questions and answers. They stay in the chat.</source>
        <translation>يواصل النموذج من دون أولى الأسئلة والإجابات. وتبقى في المحادثة.</translation>
    </message>
    <message>
        <source>The model keeps the first question and the newest ones. All stay in the chat.</source>
        <translation>يحتفظ النموذج بالسؤال الأول وبأحدث الأسئلة. وتبقى كلها في المحادثة.</translation>
    </message>
</context>
<context>
    <name>canter::ui::AttachmentList</name>
    <message>
        <source>%1 tokens · %2 % of the context</source>
        <translation>%1 رمز · %2 % من السياق</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatController</name>
    <message>
        <source>Waiting for the model to open</source>
        <translation>بانتظار فتح النموذج</translation>
    </message>
    <message>
        <source>Waiting for the answer in another chat</source>
        <translation>بانتظار الإجابة في محادثة أخرى</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 رمز/ث</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted</source>
        <translation>
            <numerusform>لم تُحذف رسائل</numerusform>
            <numerusform>حُذفت رسالة واحدة</numerusform>
            <numerusform>حُذفت رسالتان</numerusform>
            <numerusform>حُذفت %n رسائل</numerusform>
            <numerusform>حُذفت %n رسالة</numerusform>
            <numerusform>حُذفت %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (branch)</source>
        <translation>%1 (فرع)</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatPrinter</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>تعذّرت كتابة «%1»: %2</translation>
    </message>
</context>
<context>
    <name>canter::ui::CodeSaver</name>
    <message>
        <source>Code (*.%1)</source>
        <translation>رمز برمجي (*.%1)</translation>
    </message>
    <message>
        <source>The code cannot be saved as “%1”: %2; choose another folder</source>
        <translation>تعذّر حفظ الرمز البرمجي باسم «%1»: %2؛ اختر مجلدًا آخر</translation>
    </message>
</context>
<context>
    <name>canter::ui::CompareController</name>
    <message>
        <source>No model is open. Open one to compare its answers.</source>
        <translation>لا يوجد نموذج مفتوح. افتح نموذجًا لمقارنة إجاباته.</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>جارٍ فتح %1.</translation>
    </message>
    <message>
        <source>Answers of %1 cannot be accelerated here: %2.</source>
        <translation>لا يمكن تسريع إجابات %1 هنا: %2.</translation>
    </message>
    <message>
        <source>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</source>
        <translation>ليس للنموذج %1 محوّل بعد، لذا تُتوقع الكلمات من النص وحده. يمكنه الإجابة أسرع بوجود محوّل.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>جارٍ الإيقاف</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>بانتظار الدور</translation>
    </message>
    <message>
        <source>Prompt %L1 of %L2</source>
        <translation>المطالبة %L1 من %L2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>بقي أقل من دقيقة</numerusform>
            <numerusform>بقي نحو دقيقة</numerusform>
            <numerusform>بقي نحو دقيقتين</numerusform>
            <numerusform>بقي نحو %n دقائق</numerusform>
            <numerusform>بقي نحو %n دقيقة</numerusform>
            <numerusform>بقي نحو %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 identical</source>
        <translation>%L1 من %L2 متطابقة</translation>
    </message>
    <message>
        <source>Different from token %L1 on</source>
        <translation>مختلفة بدءًا من الرمز %L1</translation>
    </message>
    <message numerus="yes">
        <source>Identical · %n token(s)</source>
        <translation>
            <numerusform>متطابقة · لا رموز</numerusform>
            <numerusform>متطابقة · رمز واحد</numerusform>
            <numerusform>متطابقة · رمزان</numerusform>
            <numerusform>متطابقة · %n رموز</numerusform>
            <numerusform>متطابقة · %n رمزًا</numerusform>
            <numerusform>متطابقة · %n رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast · %1 after the first token</source>
        <translation>السرعة العادية · %1 بعد أول رمز</translation>
    </message>
    <message>
        <source>as fast, the median · from %1 to %2</source>
        <translation>السرعة العادية (الوسيط) · من %1 إلى %2</translation>
    </message>
    <message>
        <source>without adapter</source>
        <translation>بلا محوّل</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>بلا خيوط</numerusform>
            <numerusform>خيط واحد</numerusform>
            <numerusform>خيطان</numerusform>
            <numerusform>%n خيوط</numerusform>
            <numerusform>%n خيطًا</numerusform>
            <numerusform>%n خيط</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1, seed %2</source>
        <translation>درجة العشوائية %1، البذرة %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>بحد أقصى %n رمز</numerusform>
            <numerusform>بحد أقصى رمز واحد</numerusform>
            <numerusform>بحد أقصى رمزان</numerusform>
            <numerusform>بحد أقصى %n رموز</numerusform>
            <numerusform>بحد أقصى %n رمزًا</numerusform>
            <numerusform>بحد أقصى %n رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>صور (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم %1</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1. Choose another folder.</source>
        <translation>تعذر حفظ الصورة باسم %1. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>So short an answer says little. Ask for a longer one, or run a prompt set.</source>
        <translation>إجابة قصيرة كهذه لا تدل على الكثير. اطلب إجابة أطول، أو شغّل مجموعة مطالبات.</translation>
    </message>
    <message>
        <source>Without an adapter only what repeats itself can be guessed.</source>
        <translation>بلا محوّل لا يمكن توقع سوى ما يتكرر.</translation>
    </message>
    <message>
        <source>slower · %1 after the first token</source>
        <translation>أبطأ · %1 بعد الرمز الأول</translation>
    </message>
    <message>
        <source>slower, the median · from %1 to %2</source>
        <translation>أبطأ، الوسيط · من %1 إلى %2</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>جشِع</translation>
    </message>
</context>
<context>
    <name>canter::ui::ContextMeter</name>
    <message>
        <source>%1 of %2 tokens of the context</source>
        <translation>%1 من %2 رمزًا من السياق</translation>
    </message>
    <message>
        <source>Little room is left for an answer; start a new chat, or shorten what you write.</source>
        <translation>لم يبق متسع يُذكر لإجابة؛ ابدأ محادثة جديدة، أو اختصر ما تكتبه.</translation>
    </message>
    <message>
        <source>This does not fit: %1 tokens, and the model reads %2.</source>
        <translation>هذا أطول من اللازم: %1 رمز، والنموذج يقرأ %2.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>المثبتة</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadListModel</name>
    <message>
        <source>%1 s left</source>
        <translation>بقيت %1 ث</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>بقيت %1 د</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>بقيت %1 س</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>ينتظر ما قبله</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 في الثانية</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>جارٍ الطلب…</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadsController</name>
    <message>
        <source>%1 of the disk is free</source>
        <translation>المتاح على القرص %1</translation>
    </message>
    <message>
        <source>What you got takes %1</source>
        <translation>ما جلبته يشغل %1</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>يُفحص الملف…</translation>
    </message>
    <message>
        <source>Checked: the file is whole and unchanged</source>
        <translation>فُحص: الملف كامل ولم يتغير</translation>
    </message>
</context>
<context>
    <name>canter::ui::FiguresModel</name>
    <message>
        <source>First token, on average</source>
        <translation>أول رمز، في المتوسط</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>أول رمز</translation>
    </message>
    <message>
        <source>Speed after it</source>
        <translation>السرعة بعده</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>الرموز لكل خطوة</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>كل الإجابات</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>الإجابة كاملة</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubListModel</name>
    <message>
        <source>licence not said</source>
        <translation>الرخصة غير مذكورة</translation>
    </message>
    <message>
        <source>downloaded %1 times</source>
        <translation>نُزّل %1 مرة</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>الملفات: %1</translation>
    </message>
    <message>
        <source>does not fit in memory</source>
        <translation>لا تتسع له الذاكرة</translation>
    </message>
    <message>
        <source>Canter does not run models of the family %1</source>
        <translation>لا يشغّل Canter نماذج عائلة %1</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubTokenController</name>
    <message>
        <source>It comes from HF_TOKEN, as Canter was started.</source>
        <translation>يأتي من HF_TOKEN عند تشغيل Canter.</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring and shown to %1 alone.</source>
        <translation>محفوظ في حافظة مفاتيح النظام ولا يراه سوى %1.</translation>
    </message>
    <message>
        <source>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</source>
        <translation>محفوظ حتى إغلاق Canter لأن النظام بلا حافظة مفاتيح، ولا يراه سوى %1.</translation>
    </message>
    <message>
        <source>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</source>
        <translation>يعطي بعض الصانعين نماذجهم لمن قبل شروطهم فقط. رمز وصولك من %1 يخبرهم من أنت.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ImportController</name>
    <message>
        <source>Importing chats…</source>
        <translation>يجري استيراد المحادثات…</translation>
    </message>
    <message numerus="yes">
        <source>Importing chats: %n</source>
        <translation>
            <numerusform>يجري استيراد المحادثات: %n</numerusform>
            <numerusform>يجري استيراد المحادثات: %n</numerusform>
            <numerusform>يجري استيراد المحادثات: %n</numerusform>
            <numerusform>يجري استيراد المحادثات: %n</numerusform>
            <numerusform>يجري استيراد المحادثات: %n</numerusform>
            <numerusform>يجري استيراد المحادثات: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported</source>
        <translation>
            <numerusform>لم تُستورد أي محادثة (%n)</numerusform>
            <numerusform>استُوردت محادثة واحدة</numerusform>
            <numerusform>استُوردت محادثتان</numerusform>
            <numerusform>استُوردت %n محادثات</numerusform>
            <numerusform>استُوردت %n محادثة</numerusform>
            <numerusform>استُوردت %n محادثة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were here already</source>
        <translation>
            <numerusform>لم تكن أي محادثة هنا (%n)</numerusform>
            <numerusform>محادثة واحدة كانت هنا من قبل</numerusform>
            <numerusform>محادثتان كانتا هنا من قبل</numerusform>
            <numerusform>%n محادثات كانت هنا من قبل</numerusform>
            <numerusform>%n محادثة كانت هنا من قبل</numerusform>
            <numerusform>%n محادثة كانت هنا من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without messages left out</source>
        <translation>
            <numerusform>تُركت %n بلا رسائل</numerusform>
            <numerusform>تُركت محادثة واحدة بلا رسائل</numerusform>
            <numerusform>تُركت محادثتان بلا رسائل</numerusform>
            <numerusform>تُركت %n محادثات بلا رسائل</numerusform>
            <numerusform>تُركت %n محادثة بلا رسائل</numerusform>
            <numerusform>تُركت %n محادثة بلا رسائل</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats were imported</source>
        <translation>لم تُستورد أي محادثات</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or chat(s) could not be imported. %1</source>
        <translation>
            <numerusform>تعذّر استيراد %n من الملفات أو المحادثات. %1</numerusform>
            <numerusform>تعذّر استيراد ملف أو محادثة. %1</numerusform>
            <numerusform>تعذّر استيراد اثنين من الملفات أو المحادثات. %1</numerusform>
            <numerusform>تعذّر استيراد %n من الملفات أو المحادثات. %1</numerusform>
            <numerusform>تعذّر استيراد %n من الملفات أو المحادثات. %1</numerusform>
            <numerusform>تعذّر استيراد %n من الملفات أو المحادثات. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::MessageListModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n حرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%n أحرف</numerusform>
            <numerusform>%n حرفًا</numerusform>
            <numerusform>%n حرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) are no longer read</source>
        <translation>
            <numerusform>لم تعد تُقرأ أي رسالة سابقة (%n)</numerusform>
            <numerusform>لم تعد تُقرأ رسالة سابقة واحدة</numerusform>
            <numerusform>لم تعد تُقرأ رسالتان سابقتان</numerusform>
            <numerusform>لم تعد تُقرأ %n رسائل سابقة</numerusform>
            <numerusform>لم تعد تُقرأ %n رسالة سابقة</numerusform>
            <numerusform>لم تعد تُقرأ %n رسالة سابقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before this are no longer read</source>
        <translation>
            <numerusform>لم تعد تُقرأ أي رسالة قبل هذه (%n)</numerusform>
            <numerusform>لم تعد تُقرأ رسالة واحدة قبل هذه</numerusform>
            <numerusform>لم تعد تُقرأ رسالتان قبل هذه</numerusform>
            <numerusform>لم تعد تُقرأ %n رسائل قبل هذه</numerusform>
            <numerusform>لم تعد تُقرأ %n رسالة قبل هذه</numerusform>
            <numerusform>لم تعد تُقرأ %n رسالة قبل هذه</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelListModel</name>
    <message>
        <source>context of %1 tokens</source>
        <translation>سياق من %1 رمز</translation>
    </message>
    <message>
        <source>No adapter yet</source>
        <translation>لا يوجد محوّل بعد</translation>
    </message>
    <message>
        <source>An adapter for it lies beside it, not tried yet</source>
        <translation>بجانبه محوّل له لم يُجرَّب بعد</translation>
    </message>
    <message>
        <source>An adapter was set aside: it was not faster here</source>
        <translation>نُحّي محوّل جانبًا: لم يكن أسرع هنا</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>%1× هنا</translation>
    </message>
    <message>
        <source>%1 tokens per step</source>
        <translation>%1 رمز لكل خطوة</translation>
    </message>
    <message>
        <source>Adapter: comes with the model</source>
        <translation>المحوّل: مرفق مع النموذج</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>المحوّل: %1</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>النموذج المرفق</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>يحتاج إلى %1 من الذاكرة، والمتاح %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>يحتاج إلى %1 من الذاكرة</translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelStatus</name>
    <message>
        <source>Starter model</source>
        <translation>النموذج المرفق</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 مليار معامل</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 مليون معامل</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>سياق من %1 رمز</translation>
    </message>
    <message>
        <source>It answers on this computer; nothing you write leaves it.</source>
        <translation>يجيب على هذا الحاسوب، ولا يغادره شيء مما تكتب.</translation>
    </message>
    <message>
        <source>Open another model, or use the starter model.</source>
        <translation>افتح نموذجًا آخر، أو استخدم النموذج المرفق.</translation>
    </message>
    <message>
        <source>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</source>
        <translation>نموذج صغير: يشرح ويكتب ويدردش، وكثيرًا ما يخطئ في الحقائق. يجيب على هذا الحاسوب، ولا يغادره شيء مما تكتبه.</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</source>
        <translation>يعرف الحجوزات والدردشة ومساعدة Canter نفسها، ويختلق كل المعلومات. عند توفر شبكة يجلب packaging/run.sh نموذج SmolLM2 الذي يجيب عن الأسئلة العامة.</translation>
    </message>
    <message numerus="yes">
        <source>%1× on your last %n answer(s)</source>
        <translation>
            <numerusform>%1× في آخر %n رد</numerusform>
            <numerusform>%1× في آخر رد</numerusform>
            <numerusform>%1× في آخر ردين</numerusform>
            <numerusform>%1× في آخر %n ردود</numerusform>
            <numerusform>%1× في آخر %n ردًا</numerusform>
            <numerusform>%1× في آخر %n رد</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>%1. %2 stays open.</source>
        <translation>%1. يبقى %2 مفتوحًا.</translation>
    </message>
    <message numerus="yes">
        <source>%1 slower on your last %n answer(s)</source>
        <translation>
            <numerusform>أبطأ بنسبة %1 في آخر إجاباتك (%n)</numerusform>
            <numerusform>أبطأ بنسبة %1 في آخر إجابة لك</numerusform>
            <numerusform>أبطأ بنسبة %1 في آخر إجابتين لك</numerusform>
            <numerusform>أبطأ بنسبة %1 في آخر %n إجابات لك</numerusform>
            <numerusform>أبطأ بنسبة %1 في آخر %n إجابة لك</numerusform>
            <numerusform>أبطأ بنسبة %1 في آخر %n إجابة لك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as fast as without on your last %n answer(s)</source>
        <translation>
            <numerusform>بالسرعة نفسها من دونه في آخر إجاباتك (%n)</numerusform>
            <numerusform>بالسرعة نفسها من دونه في آخر إجابة لك</numerusform>
            <numerusform>بالسرعة نفسها من دونه في آخر إجابتين لك</numerusform>
            <numerusform>بالسرعة نفسها من دونه في آخر %n إجابات لك</numerusform>
            <numerusform>بالسرعة نفسها من دونه في آخر %n إجابة لك</numerusform>
            <numerusform>بالسرعة نفسها من دونه في آخر %n إجابة لك</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on this computer, answers to you alone.</source>
        <translation>قيس على هذا الحاسوب، على إجاباتك وحدها.</translation>
    </message>
    <message>
        <source>Nothing was measured here yet; answers of some length show it.</source>
        <translation>لم يُقَس شيء هنا بعد؛ ستُظهره الإجابات الطويلة نسبيًا.</translation>
    </message>
    <message>
        <source>Canter drafts nothing while that takes more time than it saves, and tries again.</source>
        <translation>لا يضع Canter مسودات ما دامت تستغرق وقتًا أكثر مما توفر، ثم يحاول ثانية.</translation>
    </message>
    <message>
        <source>What helps: tune the adapter on prompts like yours.</source>
        <translation>ما يساعد: ضبط المحوّل على مطالبات تشبه مطالباتك.</translation>
    </message>
    <message>
        <source>What helps: tune an adapter for this model.</source>
        <translation>ما يساعد: ضبط محوّل لهذا النموذج.</translation>
    </message>
    <message>
        <source>Other programs that use the processor take from it.</source>
        <translation>البرامج الأخرى التي تستخدم المعالج تأخذ منه.</translation>
    </message>
</context>
<context>
    <name>canter::ui::OfferListModel</name>
    <message>
        <source>The most able that writes faster than you read</source>
        <translation>الأقدر مما يكتب أسرع مما تقرأ</translation>
    </message>
    <message>
        <source>The quickest for everyday questions</source>
        <translation>الأسرع للأسئلة اليومية</translation>
    </message>
    <message>
        <source>The most able that fits, at any speed</source>
        <translation>الأقدر مما تتسع له الذاكرة، بأي سرعة</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>صغير وسريع</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>اللغات: %1</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>يحتاج إلى %1 من الذاكرة، والمتاح %2</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>يحتاج إلى %1 من الذاكرة</translation>
    </message>
    <message>
        <source>%1 with long texts</source>
        <translation>%1 مع النصوص الطويلة</translation>
    </message>
    <message>
        <source>long texts do not fit</source>
        <translation>لا تتسع للنصوص الطويلة</translation>
    </message>
    <message>
        <source>reads %1 tokens at most</source>
        <translation>يقرأ %1 رمزًا على الأكثر</translation>
    </message>
    <message>
        <source>About %1 tokens per second</source>
        <translation>نحو %1 رمزًا في الثانية</translation>
    </message>
    <message>
        <source>About %1 tokens per second, %2 accelerated</source>
        <translation>نحو %1 رمزًا في الثانية، و%2 مع التسريع</translation>
    </message>
</context>
<context>
    <name>canter::ui::OffersController</name>
    <message>
        <source>%1 of memory free</source>
        <translation>الذاكرة المتاحة %1</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n نواة</numerusform>
            <numerusform>نواة واحدة</numerusform>
            <numerusform>نواتان</numerusform>
            <numerusform>%n أنوية</numerusform>
            <numerusform>%n نواة</numerusform>
            <numerusform>%n نواة</numerusform>
        </translation>
    </message>
    <message>
        <source>memory reads %1 GB/s</source>
        <translation>قراءة الذاكرة %1 غ.ب/ث</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>يُطلب فهرس أحدث…</translation>
    </message>
    <message>
        <source>The catalogue is of %1.</source>
        <translation>الفهرس بتاريخ %1.</translation>
    </message>
    <message>
        <source>There is no newer catalogue.</source>
        <translation>لا يوجد فهرس أحدث.</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>جارٍ الطلب…</translation>
    </message>
    <message>
        <source>Its makers say nothing of it.</source>
        <translation>لم يقل صانعوه شيئًا عنه.</translation>
    </message>
</context>
<context>
    <name>canter::ui::RemoteController</name>
    <message>
        <source>There is no model at this address. Load one there, then look again.</source>
        <translation>لا يوجد نموذج في هذا العنوان. حمّل نموذجًا هناك ثم ابحث من جديد.</translation>
    </message>
</context>
<context>
    <name>canter::ui::Session</name>
    <message numerus="yes">
        <source>Canter ended in the middle of %n answer(s). What was there is kept.</source>
        <translation>
            <numerusform>أُغلق Canter قبل اكتمال الإجابة. ما كُتب منها محفوظ.</numerusform>
            <numerusform>أُغلق Canter قبل اكتمال إجابة واحدة. ما كُتب منها محفوظ.</numerusform>
            <numerusform>أُغلق Canter قبل اكتمال إجابتين. ما كُتب منهما محفوظ.</numerusform>
            <numerusform>أُغلق Canter قبل اكتمال %n إجابات. ما كُتب منها محفوظ.</numerusform>
            <numerusform>أُغلق Canter قبل اكتمال %n إجابة. ما كُتب منها محفوظ.</numerusform>
            <numerusform>أُغلق Canter قبل اكتمال %n إجابة. ما كُتب منها محفوظ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. %n message(s) could be read and are in a new one, some could not. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>كانت قاعدة البيانات تالفة. تعذّرت قراءة الرسائل. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة %n من الرسائل وهي الآن في قاعدة جديدة، وتعذّرت قراءة بعضها. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة %n من الرسائل وهي الآن في قاعدة جديدة، وتعذّرت قراءة بعضها. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة %n من الرسائل وهي الآن في قاعدة جديدة، وتعذّرت قراءة بعضها. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة %n من الرسائل وهي الآن في قاعدة جديدة، وتعذّرت قراءة بعضها. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة %n من الرسائل وهي الآن في قاعدة جديدة، وتعذّرت قراءة بعضها. الملف التالف محفوظ باسم %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. All %n message(s) could be read and are in a new one. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>كانت قاعدة البيانات تالفة، ولم تكن فيها رسائل. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة كل الرسائل (%n) وهي الآن في قاعدة جديدة. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة كل الرسائل (%n) وهي الآن في قاعدة جديدة. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة كل الرسائل (%n) وهي الآن في قاعدة جديدة. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة كل الرسائل (%n) وهي الآن في قاعدة جديدة. الملف التالف محفوظ باسم %1.</numerusform>
            <numerusform>كانت قاعدة البيانات تالفة. أمكنت قراءة كل الرسائل (%n) وهي الآن في قاعدة جديدة. الملف التالف محفوظ باسم %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be saved before is saved now.</source>
        <translation>ما تعذّر حفظه سابقًا محفوظ الآن.</translation>
    </message>
</context>
<context>
    <name>canter::ui::SettingsController</name>
    <message>
        <source>No program opens folders here. The folder is %1.</source>
        <translation>لا يوجد هنا برنامج يفتح المجلدات. المجلد هو %1.</translation>
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
        <translation>%1 (نسخة)</translation>
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
        <translation>مجلد جديد</translation>
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
        <translation>يُنقل %1: %2 من %3</translation>
    </message>
    <message>
        <source>No file is there twice.</source>
        <translation>لا ملف مكرّر.</translation>
    </message>
    <message>
        <source>One of each would be enough. That would free %1.</source>
        <translation>تكفي نسخة واحدة من كل ملف، وبذلك يتحرر %1.</translation>
    </message>
</context>
<context>
    <name>canter::ui::TrashModel</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>A message without text</source>
        <translation>رسالة بلا نص</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of “%1”</source>
        <translation>
            <numerusform>%n رسالة من «%1»</numerusform>
            <numerusform>رسالة واحدة من «%1»</numerusform>
            <numerusform>رسالتان من «%1»</numerusform>
            <numerusform>%n رسائل من «%1»</numerusform>
            <numerusform>%n رسالة من «%1»</numerusform>
            <numerusform>%n رسالة من «%1»</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message numerus="yes">
        <source>The model answers %n prompt(s), and some are kept aside to measure with.</source>
        <translation>
            <numerusform>لا مطالبات ليجيب عنها النموذج.</numerusform>
            <numerusform>يجيب النموذج عن مطالبة واحدة، ويُحتفظ بجزء منها للقياس.</numerusform>
            <numerusform>يجيب النموذج عن مطالبتين، ويُحتفظ بجزء منها للقياس.</numerusform>
            <numerusform>يجيب النموذج عن %n مطالبات، ويُحتفظ بجزء منها للقياس.</numerusform>
            <numerusform>يجيب النموذج عن %n مطالبة، ويُحتفظ بجزء منها للقياس.</numerusform>
            <numerusform>يجيب النموذج عن %n مطالبة، ويُحتفظ بجزء منها للقياس.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no time for all of the %L1; a longer tuning learns from more.</source>
        <translation>لا يتسع الوقت لجميعها وعددها %L1؛ والضبط الأطول يتعلم من المزيد.</translation>
    </message>
    <message>
        <source>up to %1 beside the model</source>
        <translation>حتى %1 إضافةً إلى النموذج</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) collected</source>
        <translation>
            <numerusform>لم تُجمع إجابات</numerusform>
            <numerusform>جُمعت إجابة واحدة</numerusform>
            <numerusform>جُمعت إجابتان</numerusform>
            <numerusform>جُمعت %n إجابات</numerusform>
            <numerusform>جُمعت %n إجابة</numerusform>
            <numerusform>جُمعت %n إجابة</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1 · loss %2</source>
        <translation>الخطوة %L1 · الخسارة %2</translation>
    </message>
    <message>
        <source>Answering with and without it</source>
        <translation>جارٍ الإجابة بالمحوّل وبدونه</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>الوقت المتبقي تقريبًا: %1</translation>
    </message>
    <message>
        <source>%1 tokens per step on unseen prompts</source>
        <translation>%1 رمز لكل خطوة في مطالبات لم يرها</translation>
    </message>
    <message>
        <source>%1 now answers %2 as fast</source>
        <translation>أصبح %1 يجيب بسرعة %2</translation>
    </message>
    <message>
        <source>This adapter does not pay on this computer</source>
        <translation>هذا المحوّل لا يفيد على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</source>
        <translation>القياس على مطالبات لم يرها قط: %1 معه، و%2 من قبل، علمًا أن الإجابة العادية تساوي 1×. %3 رمز لكل خطوة.</translation>
    </message>
    <message>
        <source>It is in use from now on; the text of answers stays the same.</source>
        <translation>هو قيد الاستخدام من الآن؛ ويبقى نص الإجابات كما هو.</translation>
    </message>
    <message>
        <source>Canter goes on as before. The adapter is kept, in case.</source>
        <translation>يتابع Canter كما كان. ويُحفظ المحوّل تحسبًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
</context>
</TS>
