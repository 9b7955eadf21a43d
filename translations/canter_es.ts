<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>Añadir una dirección</translation>
    </message>
    <message>
        <source>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</source>
        <translation>De Ollama, LM Studio, vLLM, el servidor de llama.cpp o un proveedor con la interfaz de OpenAI. Lo que escribes en los chats con sus modelos se envía allí.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>Clave, si la pide</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</source>
        <translation>La clave se guarda en el llavero del sistema; si no lo hay, hasta que Canter se cierra. $NAME la toma de esa variable.</translation>
    </message>
    <message>
        <source>Key file and certificates</source>
        <translation>Archivo de clave y certificados</translation>
    </message>
    <message>
        <source>File whose first line is the key</source>
        <translation>Archivo cuya primera línea es la clave</translation>
    </message>
    <message>
        <source>Certificates to trust there (PEM file)</source>
        <translation>Certificados de confianza allí (archivo PEM)</translation>
    </message>
    <message>
        <source>Add and open</source>
        <translation>Añadir y abrir</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Buscar sus modelos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Continue and leave out the oldest</source>
        <translation>Continuar y omitir los más antiguos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Branch from here into a new chat</source>
        <translation>Ramificar desde aquí en un chat nuevo</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>This run was started with a theme of its own. The choice is for the next.</source>
        <translation>Esta vez se inició con un tema propio. La elección valdrá a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>This run was started in a language of its own. The choice is for the next.</source>
        <translation>Esta vez se inició en un idioma propio. La elección valdrá a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reducir el movimiento</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>“%1” is larger than %2; attach a part of it</source>
        <translation>«%1» ocupa más de %2; adjunta solo una parte</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>No se puede leer «%1»: %2</translation>
    </message>
    <message>
        <source>“%1” is a picture, and no model here sees pictures; say in words what is in it</source>
        <translation>«%1» es una imagen y ningún modelo de aquí ve imágenes; describe con palabras lo que muestra</translation>
    </message>
    <message>
        <source>“%1” is not text; text, PDF, DOCX and ODT files can be attached</source>
        <translation>«%1» no es texto; se pueden adjuntar archivos de texto, PDF, DOCX y ODT</translation>
    </message>
    <message>
        <source>“%1” is no file; choose a file with text</source>
        <translation>«%1» no es un archivo; elige un archivo con texto</translation>
    </message>
    <message>
        <source>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</source>
        <translation>«%1» no es un documento que Canter lea; se pueden adjuntar archivos de texto, PDF, DOCX y ODT</translation>
    </message>
    <message>
        <source>“%1” has no text in it</source>
        <translation>«%1» no contiene texto</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read; save it anew</source>
        <translation>«%1» está dañado y no se puede leer; guárdalo de nuevo</translation>
    </message>
    <message>
        <source>“%1” asks for a password; save a copy without one</source>
        <translation>«%1» pide una contraseña; guarda una copia sin ella</translation>
    </message>
    <message>
        <source>“%1” is a PDF, which this build of Canter does not read; save it as text</source>
        <translation>«%1» es un PDF, que esta versión de Canter no lee; guárdalo como texto</translation>
    </message>
    <message>
        <source>“%1” has no text, only pictures of its pages; have a text recognition program read it first</source>
        <translation>«%1» no tiene texto, solo imágenes de sus páginas; un programa de reconocimiento de texto puede extraerlo</translation>
    </message>
</context>
<context>
    <name>AttachmentChips</name>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Summarizing “%1”…</source>
        <translation>Resumiendo «%1»…</translation>
    </message>
    <message>
        <source>Summarizing “%1”: part %2 of %3</source>
        <translation>Resumiendo «%1»: parte %2 de %3</translation>
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
        <translation>Oculta el contenido del archivo</translation>
    </message>
    <message>
        <source>Shows what is in the file</source>
        <translation>Muestra el contenido del archivo</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Hide the catalogue</source>
        <translation>Ocultar el catálogo</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n model(s) of the catalogue</source>
        <translation>
            <numerusform>Mostrar %n modelo del catálogo</numerusform>
            <numerusform>Mostrar los %n modelos del catálogo</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for a newer catalogue</source>
        <translation>Buscar un catálogo más nuevo</translation>
    </message>
    <message>
        <source>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</source>
        <translation>Solo se pide cuando pulsas aquí y solo vale con la firma de los autores de Canter.</translation>
    </message>
</context>
<context>
    <name>ChatDocument</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Adjunto: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Editado a mano</translation>
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
        <translation>Preciso</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Creativo</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>Del modelo</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Opening %1</source>
        <translation>Abriendo %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Settings of this chat</source>
        <translation>Ajustes de este chat</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Instrucción del sistema</translation>
    </message>
    <message>
        <source>You are a patient teacher.</source>
        <translation>Eres un profesor paciente.</translation>
    </message>
    <message>
        <source>Tells the model who it is, before all that is said.</source>
        <translation>Le dice al modelo quién es, antes de todo lo demás.</translation>
    </message>
    <message>
        <source>Higher is more surprising. The server decides until you change it.</source>
        <translation>Cuanto más alta, más sorprendente. El servidor decide hasta que la cambies.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Higher is more surprising.</source>
        <translation>Cuanto más alta, más sorprendente.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share.</source>
        <translation>Solo las palabras más probables que juntas alcanzan esta proporción.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words with this share of the likeliest one&apos;s chance.</source>
        <translation>Solo palabras con al menos esta proporción de la probabilidad de la más probable.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words; 0 for all.</source>
        <translation>Solo este número de las palabras más probables; 0 para todas.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Penalización por repetición</translation>
    </message>
    <message>
        <source>1 is none; more makes repeated words less likely.</source>
        <translation>1 es ninguna; cuanto más alta, menos probables son las palabras repetidas.</translation>
    </message>
    <message>
        <source>In tokens; empty for no limit.</source>
        <translation>En tokens; vacío para no limitar.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same seed draws the same answer again; empty for another each time.</source>
        <translation>La misma semilla da de nuevo la misma respuesta; vacío para obtener otra cada vez.</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Usar en chats nuevos</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Mark drafted words in answers</source>
        <translation>Marcar las palabras anticipadas en las respuestas</translation>
    </message>
    <message>
        <source>Greedy: always the likeliest word.</source>
        <translation>Voraz: siempre la palabra más probable.</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Longitud máxima</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>%1 · shown as code</source>
        <translation>%1 · mostrado como código</translation>
    </message>
    <message>
        <source>Long lines as they are</source>
        <translation>No partir las líneas largas</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>Partir las líneas largas</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Guardar en un archivo</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Todas las órdenes</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Buscar órdenes</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Ninguna orden se llama así.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Buscar chats</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Adjuntar un archivo</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Undo the last deletion</source>
        <translation>Deshacer la última eliminación</translation>
    </message>
    <message>
        <source>Answer anew</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Turn acceleration on or off</source>
        <translation>Activar o desactivar la aceleración</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Ajustes de este chat</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Abrir un modelo</translation>
    </message>
    <message>
        <source>Tune an adapter</source>
        <translation>Ajustar un adaptador</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>Ir al chat</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>Ir a Comparar</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>Ir a Modelos</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Obtener modelos</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Ir a Ajustes</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>Ir a la papelera</translation>
    </message>
    <message>
        <source>Fold or show the sidebar</source>
        <translation>Plegar o mostrar la barra lateral</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Tamaño de texto habitual</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Todas las órdenes</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Lista de teclas</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>New folder for chats</source>
        <translation>Carpeta nueva para chats</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Importar chats</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Duplicar este chat</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>Mover este chat a la papelera</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>Exportar este chat como Markdown</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>Exportar este chat como JSON</translation>
    </message>
    <message>
        <source>Save this chat as PDF</source>
        <translation>Guardar este chat como PDF</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>Imprimir este chat</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</source>
        <translation>La misma instrucción, respondida de forma normal y acelerada. Las palabras son las mismas; mira cuánto antes llegan.</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Usar el modelo inicial</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Abrir modelo…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Ajustar…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Acelerada</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Earlier comparisons</source>
        <translation>Comparaciones anteriores</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The comparison is deleted</source>
        <translation>La comparación se ha eliminado</translation>
    </message>
</context>
<context>
    <name>CompareSettings</name>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>At random, both ways with the same numbers</source>
        <translation>Al azar, con los mismos números en ambos casos</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message numerus="yes">
        <source>At most %n token(s)</source>
        <translation>
            <numerusform>Como máximo %n token</numerusform>
            <numerusform>Como máximo %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Voraz</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Muestreado</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Longitud máxima</translation>
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
        <translation>%1 tok/s</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n instrucción</numerusform>
            <numerusform>%n instrucciones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
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
        <translation>Escribe un mensaje</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Detener (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Adjuntar un archivo</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Opening %1…</source>
        <translation>Abriendo %1…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Sin modelo</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Elegir otro modelo</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Abrir modelo…</translation>
    </message>
    <message>
        <source>Tune adapter…</source>
        <translation>Ajustar adaptador…</translation>
    </message>
    <message>
        <source>Accelerate</source>
        <translation>Acelerar</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Ajustar…</translation>
    </message>
    <message>
        <source>Make an adapter for this model</source>
        <translation>Crear un adaptador para este modelo</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Opened so far: %1</source>
        <translation>Abierto hasta ahora: %1</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Velocidad: %1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Ajustes de este chat</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Todos los modelos…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>The model of this chat. It opens with your next message.</source>
        <translation>El modelo de este chat. Se abrirá con tu próximo mensaje.</translation>
    </message>
</context>
<context>
    <name>ComputingSection</name>
    <message>
        <source>Computing</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Núcleos del procesador</translation>
    </message>
    <message>
        <source>More answer faster, up to the cores there are; fewer leave room for other programs.</source>
        <translation>Con más se responde antes, hasta los núcleos que haya; con menos queda sitio para otros programas.</translation>
    </message>
    <message numerus="yes">
        <source>This run was started with %n thread(s). The choice is for the next.</source>
        <translation>
            <numerusform>Esta vez se inició con %n hilo. La elección valdrá a partir del próximo inicio.</numerusform>
            <numerusform>Esta vez se inició con %n hilos. La elección valdrá a partir del próximo inicio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automático (%1)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Núcleos</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</source>
        <translation>La memoria que el modelo tiene de un chat se redondea para que quepan chats más largos. Alguna palabra de las respuestas puede variar.</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is kept as it was computed.</source>
        <translation>La memoria que el modelo tiene de un chat se guarda tal como se calculó.</translation>
    </message>
    <message>
        <source>Exact (F32)</source>
        <translation>Exacta (F32)</translation>
    </message>
    <message>
        <source>Half the memory (F16)</source>
        <translation>La mitad de memoria (F16)</translation>
    </message>
    <message>
        <source>A quarter of the memory (Q8_0)</source>
        <translation>Un cuarto de la memoria (Q8_0)</translation>
    </message>
    <message>
        <source>Applies after the running answer.</source>
        <translation>Se aplicará tras la respuesta en curso.</translation>
    </message>
    <message>
        <source>A change applies after the running answer.</source>
        <translation>Un cambio se aplica tras la respuesta en curso.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>Chat memory (KV cache)</source>
        <translation>Memoria de los chats (caché KV)</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Longitud del contexto</translation>
    </message>
    <message>
        <source>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</source>
        <translation>Cuánto de un chat lee un modelo como máximo. Un contexto más corto ocupa menos memoria; los modelos que leen menos no se estiran.</translation>
    </message>
    <message>
        <source>As the model can</source>
        <translation>Lo que pueda el modelo</translation>
    </message>
    <message>
        <source>%L1 tokens</source>
        <translation>%L1 tokens</translation>
    </message>
    <message>
        <source>Chats kept ready</source>
        <translation>Chats listos</translation>
    </message>
    <message>
        <source>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</source>
        <translation>Memoria en la que los chats quedan tal como el modelo los leyó, para no volver a leer aquel al que regresa. Primero se va lo que más tiempo lleva sin usarse.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>The last one alone</source>
        <translation>Solo el último</translation>
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
        <translation>Respondiendo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>Título del chat</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desfijar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Exportar como Markdown…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Exportar como JSON…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>Mover a una carpeta…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Sacar de la carpeta</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Your data</source>
        <translation>Tus datos</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>Carpeta de datos: %1</translation>
    </message>
    <message>
        <source>Chats and settings: %1</source>
        <translation>Chats y ajustes: %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but the names of models that you search for or get.</source>
        <translation>Nada sale de este ordenador, salvo los nombres de los modelos que buscas u obtienes.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Exportar todo…</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>Todo está en %1</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>Importar chats…</translation>
    </message>
    <message>
        <source>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</source>
        <translation>De ChatGPT, Claude, LM Studio, Jan, Open WebUI o Canter; lo que ya está aquí no se añade otra vez.</translation>
    </message>
</context>
<context>
    <name>DefaultModelRow</name>
    <message>
        <source>Default model</source>
        <translation>Modelo predeterminado</translation>
    </message>
    <message>
        <source>Opens when Canter starts, and new chats begin with it.</source>
        <translation>Se abre al iniciar Canter, y los chats nuevos empiezan con él.</translation>
    </message>
    <message>
        <source>The last one used</source>
        <translation>El último usado</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Getting %1</source>
        <translation>Obteniendo %1</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Introducir un token…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>%1: %2 percent are here</source>
        <translation>%1: ha llegado el %2 por ciento</translation>
    </message>
</context>
<context>
    <name>DownloadsSection</name>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
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
        <translation>texto anterior %L1</translation>
    </message>
    <message>
        <source>words seen before %L1</source>
        <translation>palabras ya vistas %L1</translation>
    </message>
    <message>
        <source>trained masks %L1</source>
        <translation>máscaras entrenadas %L1</translation>
    </message>
    <message>
        <source>trained head %L1</source>
        <translation>cabezal entrenado %L1</translation>
    </message>
    <message>
        <source>the model&apos;s own head %L1</source>
        <translation>cabezal propio del modelo %L1</translation>
    </message>
    <message>
        <source>another model %L1</source>
        <translation>otro modelo %L1</translation>
    </message>
    <message>
        <source>Guessed right: %L1 of %L2 tokens</source>
        <translation>Acertados: %L1 de %L2 tokens</translation>
    </message>
    <message>
        <source>some by several sources</source>
        <translation>algunos por varias fuentes</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>Palabras anticipadas: %1 filas por paso, aciertos por profundidad: %2</translation>
    </message>
    <message>
        <source>Time: %1 for drafting, %2 for checking</source>
        <translation>Tiempo: %1 para anticipar, %2 para comprobar</translation>
    </message>
</context>
<context>
    <name>DraftModelChoice</name>
    <message>
        <source>Drafts from</source>
        <translation>Borradores de</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>ningún otro modelo</translation>
    </message>
    <message>
        <source>Drafts from %1</source>
        <translation>Borradores de %1</translation>
    </message>
    <message>
        <source>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</source>
        <translation>Un modelo mucho más pequeño con el mismo vocabulario puede hacer los borradores de este. Las respuestas son las mismas y llegan antes cuando acierta.</translation>
    </message>
    <message>
        <source>No other model</source>
        <translation>Ningún otro modelo</translation>
    </message>
</context>
<context>
    <name>DuplicatesSection</name>
    <message>
        <source>There twice</source>
        <translation>Repetidos</translation>
    </message>
    <message>
        <source>Comparing files of one size…</source>
        <translation>Comparando archivos del mismo tamaño…</translation>
    </message>
    <message>
        <source>Programs bring models each for itself. Canter compares the files above and says which are the same.</source>
        <translation>Cada programa trae sus modelos por su cuenta. Canter compara los archivos de arriba y dice cuáles son iguales.</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Buscar repetidos</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>No hay ningún modelo abierto</translation>
    </message>
    <message>
        <source>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</source>
        <translation>Un modelo mayor sabe más. Canter encuentra tres que van bien en este ordenador; o abre un archivo GGUF, o suéltalo aquí.</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Obtener un modelo…</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Abrir modelo…</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>Medidas</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Acelerada</translation>
    </message>
    <message>
        <source>%1: plain %2, accelerated %3</source>
        <translation>%1: normal %2, acelerada %3</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop a model to open it, exported chats to import them, or a file to write about it</source>
        <translation>Suelta un modelo para abrirlo, chats exportados para importarlos o un archivo para escribir sobre él</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>Folder with %n chat(s)</source>
        <translation>
            <numerusform>Carpeta con %n chat</numerusform>
            <numerusform>Carpeta con %n chats</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nombre de la carpeta</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>Eliminar la carpeta, conservar sus chats</translation>
    </message>
</context>
<context>
    <name>FolderSection</name>
    <message>
        <source>Where models are kept</source>
        <translation>Dónde se guardan los modelos</translation>
    </message>
    <message>
        <source>Folder for models: %1</source>
        <translation>Carpeta de modelos: %1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Elegir otra carpeta…</translation>
    </message>
    <message>
        <source>Use Canter&apos;s own folder</source>
        <translation>Usar la carpeta de Canter</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that you got lie in another folder.</source>
        <translation>
            <numerusform>%n modelo obtenido está en otra carpeta.</numerusform>
            <numerusform>%n modelos obtenidos están en otra carpeta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another folder is for what you get from then on. What is there already stays where it is until you move it.</source>
        <translation>Otra carpeta vale para lo que obtengas a partir de entonces. Lo que ya está se queda donde está hasta que lo muevas.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Mover aquí</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Put %1 into the list</source>
        <translation>Añadir %1 a la lista</translation>
    </message>
</context>
<context>
    <name>FoundModels</name>
    <message>
        <source>Found on this computer</source>
        <translation>Encontrados en este ordenador</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</source>
        <translation>No se encontraron otros modelos. Un modelo es un archivo GGUF o una carpeta con archivos safetensors; puedes añadir uno desde cualquier lugar.</translation>
    </message>
    <message>
        <source>Canter looked in:</source>
        <translation>Canter ha buscado en:</translation>
    </message>
</context>
<context>
    <name>GetButton</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Obtener</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
</context>
<context>
    <name>GetModelsPage</name>
    <message>
        <source>Get models</source>
        <translation>Obtener modelos</translation>
    </message>
    <message>
        <source>All your models</source>
        <translation>Todos tus modelos</translation>
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
        <translation>%1, no idénticas, %2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>HubModelCard</name>
    <message>
        <source>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</source>
        <translation>Sus autores piden aceptar antes unas condiciones en huggingface.co, y tu token de acceso (ver más abajo).</translation>
    </message>
    <message>
        <source>Fewer sizes</source>
        <translation>Menos tamaños</translation>
    </message>
    <message numerus="yes">
        <source>%n more size(s)</source>
        <translation>
            <numerusform>%n tamaño más</numerusform>
            <numerusform>%n tamaños más</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide its card</source>
        <translation>Ocultar su ficha</translation>
    </message>
    <message>
        <source>Read its card</source>
        <translation>Leer su ficha</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Search Hugging Face</source>
        <translation>Buscar en Hugging Face</translation>
    </message>
    <message>
        <source>A model&apos;s name, as in “granite 2b”</source>
        <translation>El nombre de un modelo, como «granite 2b»</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>Buscando «%1»…</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Try fewer or other words.</source>
        <translation>No se encontró nada para «%1». Prueba con menos palabras u otras.</translation>
    </message>
    <message>
        <source>What you type is sent to huggingface.co when you press Enter, and nothing else.</source>
        <translation>Lo que escribes se envía a huggingface.co al pulsar Intro, y nada más.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>Ir a lo último</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Enviar el mensaje</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>Empezar una línea nueva</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Mayús+Intro</translation>
    </message>
    <message>
        <source>Bring back an earlier question</source>
        <translation>Recuperar una pregunta anterior</translation>
    </message>
    <message>
        <source>Rename the chat in the list</source>
        <translation>Cambiar el nombre del chat en la lista</translation>
    </message>
    <message>
        <source>Move the chat in the list to the trash</source>
        <translation>Mover el chat de la lista a la papelera</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>Its turn comes next</source>
        <translation>Le toca a continuación</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en directo</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>as it just was</source>
        <translation>en diferido</translation>
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
        <translation>Respuesta: %1</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>¿Abrir este enlace?</translation>
    </message>
    <message>
        <source>This link cannot be opened here</source>
        <translation>Este enlace no se puede abrir aquí</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>Lleva a %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Close without saving?</source>
        <translation>¿Cerrar sin guardar?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</source>
        <translation>
            <numerusform>No se pudo escribir %n mensaje en el disco y se perdería. Canter sigue intentándolo: se guardará cuando haya espacio.</numerusform>
            <numerusform>No se pudieron escribir %n mensajes en el disco y se perderían. Canter sigue intentándolo: se guardarán cuando haya espacio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Canter open</source>
        <translation>Dejar Canter abierto</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Cerrar y perderlos</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the chats</source>
        <translation>Mostrar los chats</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Abrir modelo</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelos (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Prompts to learn from</source>
        <translation>Instrucciones de las que aprender</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl)</source>
        <translation>Instrucciones (*.jsonl)</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Exportar todo</translation>
    </message>
    <message>
        <source>Export the chat</source>
        <translation>Exportar el chat</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>Instrucciones para comparar</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Guardar la comparación</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Añadir un modelo</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>Añadir la carpeta de un modelo</translation>
    </message>
    <message>
        <source>A folder for models</source>
        <translation>Una carpeta para los modelos</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Adjuntar un archivo</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Guardar el código</translation>
    </message>
    <message>
        <source>Exported chats (*.json *.jsonl)</source>
        <translation>Chats exportados (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Importar chats</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit the message</source>
        <translation>Editar el mensaje</translation>
    </message>
    <message>
        <source>What was said before stays as another version.</source>
        <translation>Lo dicho antes queda como otra versión.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>The model&apos;s context is full with this turn alone. Ask for less at a time, or open a model with a longer context.</source>
        <translation>Esta pregunta y su respuesta llenan por sí solas el contexto del modelo. Pide menos de una vez, o abre un modelo con un contexto más largo.</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>Copiar la selección</translation>
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
        <translation>%1 por paso</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>primer token %1 s</translation>
    </message>
    <message>
        <source>Answer: %1 tokens in %2 steps</source>
        <translation>Respuesta: %1 tokens en %2 pasos</translation>
    </message>
    <message>
        <source>Altogether: %1 s</source>
        <translation>En total: %1 s</translation>
    </message>
    <message>
        <source>Ended by your token limit</source>
        <translation>Terminada por tu límite de tokens</translation>
    </message>
    <message>
        <source>The model&apos;s context is full</source>
        <translation>El contexto del modelo está lleno</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Interrupted when Canter ended</source>
        <translation>Interrumpida al cerrarse Canter</translation>
    </message>
    <message>
        <source>The answer failed</source>
        <translation>La respuesta falló</translation>
    </message>
    <message>
        <source>Being written by another window</source>
        <translation>Se está escribiendo en otra ventana</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, read in %2 s</source>
        <translation>Instrucción: %1 tokens, leídos en %2 s</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</source>
        <translation>Instrucción: %1 tokens, %2 de ellos ya conocidos, el resto leído en %3 s</translation>
    </message>
    <message>
        <source>Read from its beginning</source>
        <translation>Leída desde el principio</translation>
    </message>
    <message>
        <source>Went on where the last answer ended</source>
        <translation>Continuada donde terminó la última respuesta</translation>
    </message>
    <message>
        <source>Went back to where it parts from the text before</source>
        <translation>Vuelta a donde se aparta del texto anterior</translation>
    </message>
    <message>
        <source>Went back to a state that was kept, and read on from there</source>
        <translation>Vuelta a un estado guardado y leída desde ahí</translation>
    </message>
    <message>
        <source>Read again from its beginning, since nothing that early was kept</source>
        <translation>Leída de nuevo desde el principio, pues no se guardaba nada tan anterior</translation>
    </message>
    <message>
        <source>Read again from its beginning, as this model must when a text gets long</source>
        <translation>Leída de nuevo desde el principio, como exige este modelo cuando un texto se alarga</translation>
    </message>
    <message>
        <source>tuned here, no. %1</source>
        <translation>ajustado aquí, n.º %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adaptador: %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>Cuándo: %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Editado a mano</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Abrir otro modelo…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Usar el modelo inicial</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter</source>
        <translation>Inicial</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Try the adapter</source>
        <translation>Probar el adaptador</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Ajustar…</translation>
    </message>
    <message>
        <source>Make an adapter for %1</source>
        <translation>Crear un adaptador para %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar ruta</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>Comprobar de nuevo el archivo</translation>
    </message>
    <message>
        <source>Delete from the disk…</source>
        <translation>Eliminar del disco…</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Get models…</source>
        <translation>Obtener modelos…</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Añadir archivo…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Añadir una dirección…</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Good at: %1</source>
        <translation>Bueno para: %1</translation>
    </message>
    <message>
        <source>But: %1</source>
        <translation>Pero: %1</translation>
    </message>
</context>
<context>
    <name>OverfullBanner</name>
    <message>
        <source>Leave out the oldest</source>
        <translation>Omitir los más antiguos</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>Quedarse con el principio</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>Elegir una parte…</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>“%1” is off the list; its file stays</source>
        <translation>«%1» ya no está en la lista; su archivo se conserva</translation>
    </message>
    <message>
        <source>“%1” is off the list</source>
        <translation>«%1» ya no está en la lista</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>“%1” is here</source>
        <translation>«%1» ya está aquí</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1, not identical</source>
        <translation>%1, no idénticas</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>About %1 tokens; %2 fit.</source>
        <translation>Unos %1 tokens; caben %2.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Which part of “%1”?</source>
        <translation>¿Qué parte de «%1»?</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>De la página</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>to page</source>
        <translation>a la página</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>de %L1</translation>
    </message>
    <message>
        <source>Take this part</source>
        <translation>Tomar esta parte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Another program on this computer answers, at %1.</source>
        <translation>Responde otro programa de este ordenador, en %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer: it goes to %1.</source>
        <translation>Lo que escribes sale de este ordenador: va a %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer, unencrypted: it goes to %1.</source>
        <translation>Lo que escribes sale de este ordenador sin cifrar: va a %1.</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Eliminar preajuste</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Nombre de un preajuste nuevo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>One prompt</source>
        <translation>Una instrucción</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>Serie de instrucciones</translation>
    </message>
    <message>
        <source>Write a prompt that both answer</source>
        <translation>Escribe una instrucción para ambas respuestas</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Instrucción</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>Una conversación por línea, en JSON</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n instrucción</numerusform>
            <numerusform>%n instrucciones</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them that fit the model are answered both ways.</source>
        <translation>Las primeras que caben en el modelo se responden de ambas formas.</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</source>
        <translation>Preguntas, redacción, código y listas. Los adaptadores aprenden de otras instrucciones, si el tiempo alcanza.</translation>
    </message>
    <message>
        <source>One after the other, so that neither slows the other. Then both are shown from the same start.</source>
        <translation>Una tras otra, para que ninguna frene a la otra. Después se muestran ambas desde la misma salida.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Run (Ctrl+Enter)</source>
        <translation>Ejecutar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Integradas</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Delete with what follows</source>
        <translation>Eliminar con lo que sigue</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>Tokens a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>Tiempo por token</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>aún no hay adaptador para este modelo</translation>
    </message>
    <message>
        <source>no drafts just now</source>
        <translation>sin borradores por ahora</translation>
    </message>
</context>
<context>
    <name>RecommendedSection</name>
    <message>
        <source>For this computer</source>
        <translation>Para este ordenador</translation>
    </message>
    <message>
        <source>Measuring how quickly this computer reads its memory…</source>
        <translation>Midiendo lo rápido que este ordenador lee su memoria…</translation>
    </message>
    <message>
        <source>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</source>
        <translation>Ningún modelo del catálogo cabe en la memoria libre. Cierra otros programas y vuelve a mirar.</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
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
        <translation>ayer</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month as in &quot;3 May&quot;; see QLocale::toString for the letters</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Anteriores</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Delete %1?</source>
        <translation>¿Eliminar %1?</translation>
    </message>
    <message>
        <source>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</source>
        <translation>Su archivo se elimina del disco para siempre, sin pasar por la papelera (%1). Tus chats se conservan.</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Eliminar el archivo</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>Guardar las medidas como tabla</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Save everything, with the time of each token</source>
        <translation>Guardar todo, con el tiempo de cada token</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save a picture of the result</source>
        <translation>Guardar una imagen del resultado</translation>
    </message>
    <message>
        <source>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</source>
        <translation>Medidas una tras otra, para que ninguna frenara a la otra. Ambas leyeron la instrucción desde la primera palabra.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>Buscar chats</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Chats found</source>
        <translation>Chats encontrados</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Restablecer: %1</translation>
    </message>
</context>
<context>
    <name>ServerModels</name>
    <message>
        <source>Look for a model</source>
        <translation>Buscar un modelo</translation>
    </message>
    <message>
        <source>Models at this address</source>
        <translation>Modelos en esta dirección</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Address: %1</source>
        <translation>Dirección: %1</translation>
    </message>
    <message>
        <source>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</source>
        <translation>Los editores, scripts y otras ventanas de chat de este ordenador pueden preguntarle como preguntarían a OpenAI u Ollama. Ningún otro ordenador ni ninguna página web puede hacerlo.</translation>
    </message>
    <message>
        <source>Let other programs use the open model</source>
        <translation>Permitir que otros programas usen el modelo abierto</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Otros programas</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Starts as soon as a model is open.</source>
        <translation>Se inicia en cuanto haya un modelo abierto.</translation>
    </message>
    <message>
        <source>The model is called %1 there. No key is needed.</source>
        <translation>Allí el modelo se llama %1. No hace falta ninguna clave.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</source>
        <translation>Canter %1. Software libre bajo la Licencia Pública General de GNU, versión 3. Se ofrece sin ninguna garantía.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Plegar la barra lateral</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>Aquí aparecerán tus chats.</translation>
    </message>
    <message>
        <source>No chat has “%1”. Try fewer or shorter words.</source>
        <translation>Ningún chat contiene «%1». Prueba con menos palabras o más cortas.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
</context>
<context>
    <name>SidebarStrip</name>
    <message>
        <source>Show the chats</source>
        <translation>Mostrar los chats</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
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
        <translation>%1 más lento</translation>
    </message>
</context>
<context>
    <name>SpeedupBars</name>
    <message>
        <source>Prompts by speed-up</source>
        <translation>Instrucciones según la aceleración</translation>
    </message>
    <message numerus="yes">
        <source>From %1: %n prompt(s)</source>
        <translation>
            <numerusform>Desde %1: %n instrucción</numerusform>
            <numerusform>Desde %1: %n instrucciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepGauge</name>
    <message>
        <source>Tokens of the last steps: %1</source>
        <translation>Tokens de los últimos pasos: %1</translation>
    </message>
</context>
<context>
    <name>ThinkingChoice</name>
    <message>
        <source>Thinking before the answer</source>
        <translation>Pensar antes de responder</translation>
    </message>
</context>
<context>
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>Pensando</translation>
    </message>
</context>
<context>
    <name>ThinkingLevel</name>
    <message>
        <source>Think</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>Pensar: %1</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers</source>
        <translation>Cuánto piensa el modelo antes de responder</translation>
    </message>
</context>
<context>
    <name>ThinkingSwitch</name>
    <message>
        <source>Think</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>The model thinks before it answers</source>
        <translation>El modelo piensa antes de responder</translation>
    </message>
</context>
<context>
    <name>ThinkingWishes</name>
    <message>
        <source>As the model does</source>
        <translation>Como el modelo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>Poco</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>Mucho</translation>
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
        <translation>Pensó durante %1</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <translation>Pensando… %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Pensando…</translation>
    </message>
    <message>
        <source>Hides what the model thought</source>
        <translation>Oculta lo que pensó el modelo</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>Muestra lo que pensó el modelo</translation>
    </message>
    <message>
        <source>Copy what the model thought</source>
        <translation>Copiar lo que pensó el modelo</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>El ajuste de %1 terminó antes de tiempo</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>«%1» está en la papelera</translation>
    </message>
    <message>
        <source>The folder “%1” is deleted, its chats are not</source>
        <translation>La carpeta «%1» se ha eliminado, sus chats no</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportado a %1</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>Abrir el más reciente</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access token for %1</source>
        <translation>Token de acceso para %1</translation>
    </message>
    <message>
        <source>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</source>
        <translation>Acepta primero las condiciones en la página del modelo. Allí creas un token en los ajustes de tu cuenta; basta con uno que solo pueda leer.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</source>
        <translation>El token se guarda en el llavero del sistema; si no lo hay, hasta que Canter se cierre. Solo lo ve %1.</translation>
    </message>
    <message>
        <source>Keep it and go on</source>
        <translation>Guardarlo y seguir</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>TokenSection</name>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Enter another…</source>
        <translation>Introducir otro…</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Introducir un token…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidarlo</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>¿Eliminar «%1» definitivamente?</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Vaciar la papelera…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Eliminar definitivamente…</translation>
    </message>
    <message>
        <source>This cannot be undone. An export keeps a copy.</source>
        <translation>Esto no se puede deshacer. Si exportas, conservas una copia.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar definitivamente</translation>
    </message>
    <message>
        <source>Delete all that is in the trash for good?</source>
        <translation>¿Eliminar definitivamente todo lo que hay en la papelera?</translation>
    </message>
    <message>
        <source>What you delete stays here until you restore it or delete it for good.</source>
        <translation>Lo que eliminas se queda aquí hasta que lo restaures o lo elimines definitivamente.</translation>
    </message>
    <message>
        <source>The trash is empty. Chats and messages that you delete can be restored from here.</source>
        <translation>La papelera está vacía. Los chats y mensajes que elimines se pueden restaurar desde aquí.</translation>
    </message>
</context>
<context>
    <name>TuningChart</name>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Tokens por paso</translation>
    </message>
    <message>
        <source>Loss and tokens per step</source>
        <translation>Pérdida y tokens por paso</translation>
    </message>
</context>
<context>
    <name>TuningLine</name>
    <message>
        <source>Tuning %1</source>
        <translation>Ajustando %1</translation>
    </message>
</context>
<context>
    <name>TuningOutcome</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Tune anew…</source>
        <translation>Ajustar de nuevo…</translation>
    </message>
</context>
<context>
    <name>TuningPlan</name>
    <message>
        <source>Start anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Start tuning</source>
        <translation>Empezar el ajuste</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</source>
        <translation>Un adaptador permite al modelo anticipar varias palabras y comprobarlas de una vez. Las respuestas llegan antes y su texto es el mismo.</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Reunir respuestas</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>Midiendo este ordenador…</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>The adapter learns to guess what the model says. The model itself is not changed.</source>
        <translation>El adaptador aprende a adivinar lo que dice el modelo. El modelo en sí no cambia.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Prompts it never saw are answered with and without it. It is switched on if it pays.</source>
        <translation>Se responden instrucciones que nunca vio, con él y sin él. Se activa si compensa.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1, sugerido</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>Una conversación por línea, en JSON</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>Preguntas, redacción, código y listas, en once idiomas</translation>
    </message>
    <message numerus="yes">
        <source>Learn from my own %n question(s) too</source>
        <translation>
            <numerusform>Aprender también de mi %n pregunta</numerusform>
            <numerusform>Aprender también de mis %n preguntas</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer</source>
        <translation>No salen de este ordenador</translation>
    </message>
    <message>
        <source>You can go on chatting meanwhile: tuning waits while an answer is written.</source>
        <translation>Mientras tanto puedes seguir chateando: el ajuste espera mientras se escribe una respuesta.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Integradas</translation>
    </message>
</context>
<context>
    <name>TuningRun</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What was learned is kept, and you can go on later</source>
        <translation>Lo aprendido se conserva y puedes seguir más tarde</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Reunir respuestas</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
</context>
<context>
    <name>TuningSheet</name>
    <message>
        <source>Tune adapter</source>
        <translation>Ajustar adaptador</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TuningStep</name>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor predeterminado</translation>
    </message>
</context>
<context>
    <name>VersionArrows</name>
    <message>
        <source>Earlier version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Versión %1 de %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Versión posterior</translation>
    </message>
</context>
<context>
    <name>WhenFullChoice</name>
    <message>
        <source>When the context is full</source>
        <translation>Cuando el contexto está lleno</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>Omitir los más antiguos</translation>
    </message>
    <message>
        <source>Leave out the middle</source>
        <translation>Omitir el medio</translation>
    </message>
    <message>
        <source>The answer ends there, and nothing is left out.</source>
        <translation>La respuesta termina ahí y no se omite nada.</translation>
    </message>
    <message>
        <source>The model goes on without the first questions and answers. They stay in the chat.</source>
        <translation>El modelo sigue sin las primeras preguntas y respuestas. Permanecen en el chat.</translation>
    </message>
    <message>
        <source>The model keeps the first question and the newest ones. All stay in the chat.</source>
        <translation>El modelo conserva la primera pregunta y las más recientes. Todas permanecen en el chat.</translation>
    </message>
</context>
<context>
    <name>canter::ui::AttachmentList</name>
    <message>
        <source>%1 tokens · %2 % of the context</source>
        <translation>%1 tokens · %2 % del contexto</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatController</name>
    <message>
        <source>Waiting for the model to open</source>
        <translation>Esperando a que se abra el modelo</translation>
    </message>
    <message>
        <source>Waiting for the answer in another chat</source>
        <translation>Esperando la respuesta de otro chat</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivada</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted</source>
        <translation>
            <numerusform>%n mensaje eliminado</numerusform>
            <numerusform>%n mensajes eliminados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (branch)</source>
        <translation>%1 (rama)</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatPrinter</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>«%1» no se pudo escribir: %2</translation>
    </message>
</context>
<context>
    <name>canter::ui::CodeSaver</name>
    <message>
        <source>Code (*.%1)</source>
        <translation>Código (*.%1)</translation>
    </message>
    <message>
        <source>The code cannot be saved as “%1”: %2; choose another folder</source>
        <translation>No se puede guardar el código como «%1»: %2; elige otra carpeta</translation>
    </message>
</context>
<context>
    <name>canter::ui::CompareController</name>
    <message>
        <source>No model is open. Open one to compare its answers.</source>
        <translation>No hay ningún modelo abierto. Abre uno para comparar sus respuestas.</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>Se está abriendo %1.</translation>
    </message>
    <message>
        <source>Answers of %1 cannot be accelerated here: %2.</source>
        <translation>Las respuestas de %1 no se pueden acelerar aquí: %2.</translation>
    </message>
    <message>
        <source>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</source>
        <translation>%1 aún no tiene adaptador, así que las palabras se adivinan solo a partir del texto. Con un adaptador puede responder antes.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Esperando su turno</translation>
    </message>
    <message>
        <source>Prompt %L1 of %L2</source>
        <translation>Instrucción %L1 de %L2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>queda aproximadamente %n minuto</numerusform>
            <numerusform>quedan aproximadamente %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 identical</source>
        <translation>%L1 de %L2 idénticas</translation>
    </message>
    <message>
        <source>Different from token %L1 on</source>
        <translation>Distintas desde el token %L1</translation>
    </message>
    <message numerus="yes">
        <source>Identical · %n token(s)</source>
        <translation>
            <numerusform>Idénticas · %n token</numerusform>
            <numerusform>Idénticas · %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast · %1 after the first token</source>
        <translation>la velocidad normal · %1 tras el primer token</translation>
    </message>
    <message>
        <source>as fast, the median · from %1 to %2</source>
        <translation>la velocidad normal, en mediana · de %1 a %2</translation>
    </message>
    <message>
        <source>without adapter</source>
        <translation>sin adaptador</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n hilo</numerusform>
            <numerusform>%n hilos</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1, seed %2</source>
        <translation>temperatura %1, semilla %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>como máximo %n token</numerusform>
            <numerusform>como máximo %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1. Choose another folder.</source>
        <translation>No se pudo guardar la imagen como %1. Elige otra carpeta.</translation>
    </message>
    <message>
        <source>So short an answer says little. Ask for a longer one, or run a prompt set.</source>
        <translation>Una respuesta tan corta dice poco. Pide una más larga o ejecuta una serie de instrucciones.</translation>
    </message>
    <message>
        <source>Without an adapter only what repeats itself can be guessed.</source>
        <translation>Sin adaptador solo se puede adivinar lo que se repite.</translation>
    </message>
    <message>
        <source>slower · %1 after the first token</source>
        <translation>más lento · %1 tras el primer token</translation>
    </message>
    <message>
        <source>slower, the median · from %1 to %2</source>
        <translation>más lento, la mediana · de %1 a %2</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>voraz</translation>
    </message>
</context>
<context>
    <name>canter::ui::ContextMeter</name>
    <message>
        <source>%1 of %2 tokens of the context</source>
        <translation>%1 de %2 tokens del contexto</translation>
    </message>
    <message>
        <source>Little room is left for an answer; start a new chat, or shorten what you write.</source>
        <translation>Queda poco sitio para una respuesta; empieza un chat nuevo o acorta lo que escribes.</translation>
    </message>
    <message>
        <source>This does not fit: %1 tokens, and the model reads %2.</source>
        <translation>No cabe: %1 tokens, y el modelo lee %2.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijados</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadListModel</name>
    <message>
        <source>%1 s left</source>
        <translation>quedan %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>quedan %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>quedan %1 h</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>espera a los anteriores</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Solicitándolo…</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadsController</name>
    <message>
        <source>%1 of the disk is free</source>
        <translation>%1 libres en el disco</translation>
    </message>
    <message>
        <source>What you got takes %1</source>
        <translation>Lo obtenido ocupa %1</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Comprobando el archivo…</translation>
    </message>
    <message>
        <source>Checked: the file is whole and unchanged</source>
        <translation>Comprobado: el archivo está completo y sin cambios</translation>
    </message>
</context>
<context>
    <name>canter::ui::FiguresModel</name>
    <message>
        <source>First token, on average</source>
        <translation>Primer token, de media</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Speed after it</source>
        <translation>Velocidad después</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Tokens por paso</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Todas las respuestas</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Respuesta completa</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubListModel</name>
    <message>
        <source>licence not said</source>
        <translation>licencia no indicada</translation>
    </message>
    <message>
        <source>downloaded %1 times</source>
        <translation>descargado %1 veces</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
    <message>
        <source>does not fit in memory</source>
        <translation>no cabe en la memoria</translation>
    </message>
    <message>
        <source>Canter does not run models of the family %1</source>
        <translation>Canter no ejecuta modelos de la familia %1</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubTokenController</name>
    <message>
        <source>It comes from HF_TOKEN, as Canter was started.</source>
        <translation>Viene de HF_TOKEN, tal como se inició Canter.</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring and shown to %1 alone.</source>
        <translation>Se guarda en el llavero del sistema y solo lo ve %1.</translation>
    </message>
    <message>
        <source>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</source>
        <translation>Se guarda hasta que Canter se cierre, pues este sistema no tiene llavero, y solo lo ve %1.</translation>
    </message>
    <message>
        <source>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</source>
        <translation>Algunos autores dan sus modelos solo a quien ha aceptado sus condiciones. Tu token de acceso de %1 les dice quién eres.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ImportController</name>
    <message>
        <source>Importing chats…</source>
        <translation>Importando chats…</translation>
    </message>
    <message numerus="yes">
        <source>Importing chats: %n</source>
        <translation>
            <numerusform>Importando chats: %n</numerusform>
            <numerusform>Importando chats: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported</source>
        <translation>
            <numerusform>%n chat importado</numerusform>
            <numerusform>%n chats importados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were here already</source>
        <translation>
            <numerusform>%n chat ya estaba aquí</numerusform>
            <numerusform>%n chats ya estaban aquí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without messages left out</source>
        <translation>
            <numerusform>%n sin mensajes omitido</numerusform>
            <numerusform>%n sin mensajes omitidos</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats were imported</source>
        <translation>No se importó ningún chat</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or chat(s) could not be imported. %1</source>
        <translation>
            <numerusform>No se pudo importar un archivo o chat. %1</numerusform>
            <numerusform>No se pudieron importar %n archivos o chats. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::MessageListModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n carácter</numerusform>
            <numerusform>%n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) are no longer read</source>
        <translation>
            <numerusform>%n mensaje anterior ya no se lee</numerusform>
            <numerusform>%n mensajes anteriores ya no se leen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before this are no longer read</source>
        <translation>
            <numerusform>%n mensaje anterior a este ya no se lee</numerusform>
            <numerusform>%n mensajes anteriores a este ya no se leen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelListModel</name>
    <message>
        <source>context of %1 tokens</source>
        <translation>contexto de %1 tokens</translation>
    </message>
    <message>
        <source>No adapter yet</source>
        <translation>Aún sin adaptador</translation>
    </message>
    <message>
        <source>An adapter for it lies beside it, not tried yet</source>
        <translation>Hay un adaptador al lado, aún sin probar</translation>
    </message>
    <message>
        <source>An adapter was set aside: it was not faster here</source>
        <translation>Se ha apartado un adaptador: aquí no era más rápido</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>%1× aquí</translation>
    </message>
    <message>
        <source>%1 tokens per step</source>
        <translation>%1 tokens por paso</translation>
    </message>
    <message>
        <source>Adapter: comes with the model</source>
        <translation>Adaptador: viene con el modelo</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adaptador: %1</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Modelo inicial</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Necesita %1 de memoria y hay %2 libres</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Necesita %1 de memoria</translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelStatus</name>
    <message>
        <source>Starter model</source>
        <translation>Modelo inicial</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 mil millones de parámetros</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 millones de parámetros</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>contexto de %1 tokens</translation>
    </message>
    <message>
        <source>It answers on this computer; nothing you write leaves it.</source>
        <translation>Responde en este ordenador; nada de lo que escribes sale de él.</translation>
    </message>
    <message>
        <source>Open another model, or use the starter model.</source>
        <translation>Abre otro modelo o usa el modelo inicial.</translation>
    </message>
    <message>
        <source>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</source>
        <translation>Un modelo pequeño: explica, escribe y conversa, y a menudo se equivoca en los datos. Responde en este ordenador; nada de lo que escribes sale de él.</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</source>
        <translation>Sabe de reservas, de charla y de la ayuda de Canter, y se inventa todos los datos. Con red, packaging/run.sh trae SmolLM2, que responde a preguntas generales.</translation>
    </message>
    <message numerus="yes">
        <source>%1× on your last %n answer(s)</source>
        <translation>
            <numerusform>%1× en tu última respuesta</numerusform>
            <numerusform>%1× en tus últimas %n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>activada</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>%1. %2 stays open.</source>
        <translation>%1. %2 sigue abierto.</translation>
    </message>
    <message numerus="yes">
        <source>%1 slower on your last %n answer(s)</source>
        <translation>
            <numerusform>%1 más lento en tu última respuesta</numerusform>
            <numerusform>%1 más lento en tus últimas %n respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as fast as without on your last %n answer(s)</source>
        <translation>
            <numerusform>tan rápido como sin ella en tu última respuesta</numerusform>
            <numerusform>tan rápido como sin ella en tus últimas %n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on this computer, answers to you alone.</source>
        <translation>Medido en este equipo, solo con tus respuestas.</translation>
    </message>
    <message>
        <source>Nothing was measured here yet; answers of some length show it.</source>
        <translation>Aquí aún no se ha medido nada; lo mostrarán respuestas algo largas.</translation>
    </message>
    <message>
        <source>Canter drafts nothing while that takes more time than it saves, and tries again.</source>
        <translation>Canter no hace borradores mientras cuesten más tiempo del que ahorran, y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>What helps: tune the adapter on prompts like yours.</source>
        <translation>Qué ayuda: ajustar el adaptador con instrucciones como las tuyas.</translation>
    </message>
    <message>
        <source>What helps: tune an adapter for this model.</source>
        <translation>Qué ayuda: ajustar un adaptador para este modelo.</translation>
    </message>
    <message>
        <source>Other programs that use the processor take from it.</source>
        <translation>Otros programas que usan el procesador le restan.</translation>
    </message>
</context>
<context>
    <name>canter::ui::OfferListModel</name>
    <message>
        <source>The most able that writes faster than you read</source>
        <translation>El más capaz que escribe más rápido de lo que lees</translation>
    </message>
    <message>
        <source>The quickest for everyday questions</source>
        <translation>El más rápido para preguntas cotidianas</translation>
    </message>
    <message>
        <source>The most able that fits, at any speed</source>
        <translation>El más capaz que cabe, a cualquier velocidad</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>Pequeño y rápido</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 idiomas</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Necesita %1 de memoria y hay %2 libres</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Necesita %1 de memoria</translation>
    </message>
    <message>
        <source>%1 with long texts</source>
        <translation>%1 con textos largos</translation>
    </message>
    <message>
        <source>long texts do not fit</source>
        <translation>los textos largos no caben</translation>
    </message>
    <message>
        <source>reads %1 tokens at most</source>
        <translation>lee %1 tokens como mucho</translation>
    </message>
    <message>
        <source>About %1 tokens per second</source>
        <translation>Unos %1 tokens por segundo</translation>
    </message>
    <message>
        <source>About %1 tokens per second, %2 accelerated</source>
        <translation>Unos %1 tokens por segundo, %2 con aceleración</translation>
    </message>
</context>
<context>
    <name>canter::ui::OffersController</name>
    <message>
        <source>%1 of memory free</source>
        <translation>%1 de memoria libre</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n núcleo</numerusform>
            <numerusform>%n núcleos</numerusform>
        </translation>
    </message>
    <message>
        <source>memory reads %1 GB/s</source>
        <translation>la memoria se lee a %1 GB/s</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>Pidiendo un catálogo más nuevo…</translation>
    </message>
    <message>
        <source>The catalogue is of %1.</source>
        <translation>El catálogo es del %1.</translation>
    </message>
    <message>
        <source>There is no newer catalogue.</source>
        <translation>No hay un catálogo más nuevo.</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Solicitándolo…</translation>
    </message>
    <message>
        <source>Its makers say nothing of it.</source>
        <translation>Sus autores no dicen nada de él.</translation>
    </message>
</context>
<context>
    <name>canter::ui::RemoteController</name>
    <message>
        <source>There is no model at this address. Load one there, then look again.</source>
        <translation>No hay ningún modelo en esta dirección. Carga uno allí y busca de nuevo.</translation>
    </message>
</context>
<context>
    <name>canter::ui::Session</name>
    <message numerus="yes">
        <source>Canter ended in the middle of %n answer(s). What was there is kept.</source>
        <translation>
            <numerusform>Canter se cerró en mitad de %n respuesta. Lo que ya había se conserva.</numerusform>
            <numerusform>Canter se cerró en mitad de %n respuestas. Lo que ya había se conserva.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. %n message(s) could be read and are in a new one, some could not. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>La base de datos estaba dañada. Se pudo leer %n mensaje, que está en una nueva; otros no. El archivo dañado se conserva como %1.</numerusform>
            <numerusform>La base de datos estaba dañada. Se pudieron leer %n mensajes, que están en una nueva; otros no. El archivo dañado se conserva como %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. All %n message(s) could be read and are in a new one. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>La base de datos estaba dañada. Se pudo leer el único mensaje, que está en una nueva. El archivo dañado se conserva como %1.</numerusform>
            <numerusform>La base de datos estaba dañada. Se pudieron leer los %n mensajes, que están en una nueva. El archivo dañado se conserva como %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be saved before is saved now.</source>
        <translation>Lo que antes no se pudo guardar ya está guardado.</translation>
    </message>
</context>
<context>
    <name>canter::ui::SettingsController</name>
    <message>
        <source>No program opens folders here. The folder is %1.</source>
        <translation>Aquí ningún programa abre carpetas. La carpeta es %1.</translation>
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
        <translation>%1 (copia)</translation>
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
        <translation>Carpeta nueva</translation>
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
        <translation>Moviendo %1: %2 de %3</translation>
    </message>
    <message>
        <source>No file is there twice.</source>
        <translation>No hay archivos repetidos.</translation>
    </message>
    <message>
        <source>One of each would be enough. That would free %1.</source>
        <translation>Bastaría con uno de cada. Eso liberaría %1.</translation>
    </message>
</context>
<context>
    <name>canter::ui::TrashModel</name>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>A message without text</source>
        <translation>Un mensaje sin texto</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of “%1”</source>
        <translation>
            <numerusform>%n mensaje de «%1»</numerusform>
            <numerusform>%n mensajes de «%1»</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message numerus="yes">
        <source>The model answers %n prompt(s), and some are kept aside to measure with.</source>
        <translation>
            <numerusform>El modelo responde a %n instrucción, y algunas se reservan para medir.</numerusform>
            <numerusform>El modelo responde a %n instrucciones, y algunas se reservan para medir.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no time for all of the %L1; a longer tuning learns from more.</source>
        <translation>No hay tiempo para todas las %L1; un ajuste más largo aprende de más instrucciones.</translation>
    </message>
    <message>
        <source>up to %1 beside the model</source>
        <translation>hasta %1 además del modelo</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) collected</source>
        <translation>
            <numerusform>%n respuesta reunida</numerusform>
            <numerusform>%n respuestas reunidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1 · loss %2</source>
        <translation>Paso %L1 · pérdida %2</translation>
    </message>
    <message>
        <source>Answering with and without it</source>
        <translation>Respondiendo con él y sin él</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>tiempo restante aproximado: %1</translation>
    </message>
    <message>
        <source>%1 tokens per step on unseen prompts</source>
        <translation>%1 tokens por paso en instrucciones nunca vistas</translation>
    </message>
    <message>
        <source>%1 now answers %2 as fast</source>
        <translation>%1 responde ahora %2 más rápido</translation>
    </message>
    <message>
        <source>This adapter does not pay on this computer</source>
        <translation>Este adaptador no compensa en este ordenador</translation>
    </message>
    <message>
        <source>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</source>
        <translation>Medido con instrucciones que nunca vio: %1 con él, %2 antes; la decodificación normal es 1×. %3 tokens por paso.</translation>
    </message>
    <message>
        <source>It is in use from now on; the text of answers stays the same.</source>
        <translation>Se usa a partir de ahora; el texto de las respuestas es el mismo.</translation>
    </message>
    <message>
        <source>Canter goes on as before. The adapter is kept, in case.</source>
        <translation>Canter sigue como antes. El adaptador se conserva, por si acaso.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
</TS>
