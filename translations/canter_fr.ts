<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>Ajouter une adresse</translation>
    </message>
    <message>
        <source>Of Ollama, LM Studio, vLLM, llama.cpp&apos;s server, or a provider with OpenAI&apos;s interface. What you write in chats with its models is sent there.</source>
        <translation>D’Ollama, de LM Studio, de vLLM, du serveur de llama.cpp ou d’un fournisseur doté de l’interface d’OpenAI. Ce que vous écrivez dans les discussions avec ses modèles y est envoyé.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>Clé, si elle est demandée</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring; where there is none, until Canter ends. $NAME takes it from that variable.</source>
        <translation>La clé est gardée dans le trousseau du système ; s’il n’y en a pas, jusqu’à la fermeture de Canter. $NAME la prend dans cette variable.</translation>
    </message>
    <message>
        <source>Key file and certificates</source>
        <translation>Fichier de clé et certificats</translation>
    </message>
    <message>
        <source>File whose first line is the key</source>
        <translation>Fichier dont la première ligne est la clé</translation>
    </message>
    <message>
        <source>Certificates to trust there (PEM file)</source>
        <translation>Certificats de confiance pour cette adresse (fichier PEM)</translation>
    </message>
    <message>
        <source>Add and open</source>
        <translation>Ajouter et ouvrir</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Look for its models</source>
        <translation>Chercher ses modèles</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>AnswerDelegate</name>
    <message>
        <source>Answer anew</source>
        <translation>Répondre à nouveau</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue and leave out the oldest</source>
        <translation>Continuer et omettre les plus anciens</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Branch from here into a new chat</source>
        <translation>Créer une branche d’ici dans une nouvelle discussion</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>This run was started with a theme of its own. The choice is for the next.</source>
        <translation>Canter a été lancé avec un thème imposé. Ce choix vaudra au prochain lancement.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>This run was started in a language of its own. The choice is for the next.</source>
        <translation>Canter a été lancé dans une langue imposée. Ce choix vaudra au prochain lancement.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Réduire les animations</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>“%1” is larger than %2; attach a part of it</source>
        <translation>« %1 » dépasse %2 ; joignez-en une partie</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>Impossible de lire « %1 » : %2</translation>
    </message>
    <message>
        <source>“%1” is a picture, and no model here sees pictures; say in words what is in it</source>
        <translation>« %1 » est une image, et aucun modèle ici ne voit les images ; décrivez-la avec des mots</translation>
    </message>
    <message>
        <source>“%1” is not text; text, PDF, DOCX and ODT files can be attached</source>
        <translation>« %1 » n’est pas du texte ; on peut joindre des fichiers texte, PDF, DOCX et ODT</translation>
    </message>
    <message>
        <source>“%1” is no file; choose a file with text</source>
        <translation>« %1 » n’est pas un fichier ; choisissez un fichier qui contient du texte</translation>
    </message>
    <message>
        <source>“%1” is no document that Canter reads; text, PDF, DOCX and ODT files can be attached</source>
        <translation>« %1 » n’est pas un document que Canter sait lire ; on peut joindre des fichiers texte, PDF, DOCX et ODT</translation>
    </message>
    <message>
        <source>“%1” has no text in it</source>
        <translation>« %1 » ne contient pas de texte</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read; save it anew</source>
        <translation>« %1 » est endommagé et illisible ; enregistrez-le à nouveau</translation>
    </message>
    <message>
        <source>“%1” asks for a password; save a copy without one</source>
        <translation>« %1 » demande un mot de passe ; enregistrez-en une copie sans mot de passe</translation>
    </message>
    <message>
        <source>“%1” is a PDF, which this build of Canter does not read; save it as text</source>
        <translation>« %1 » est un PDF, que cette version de Canter ne lit pas ; enregistrez-le comme texte</translation>
    </message>
    <message>
        <source>“%1” has no text, only pictures of its pages; have a text recognition program read it first</source>
        <translation>« %1 » ne contient que des images de ses pages, sans texte ; un logiciel de reconnaissance de texte peut l’en extraire</translation>
    </message>
</context>
<context>
    <name>AttachmentChips</name>
    <message>
        <source>Attachments</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Summarizing “%1”…</source>
        <translation>Résumé de « %1 »…</translation>
    </message>
    <message>
        <source>Summarizing “%1”: part %2 of %3</source>
        <translation>Résumé de « %1 » : partie %2 sur %3</translation>
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
        <translation>Masque le contenu du fichier</translation>
    </message>
    <message>
        <source>Shows what is in the file</source>
        <translation>Affiche le contenu du fichier</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Hide the catalogue</source>
        <translation>Masquer le catalogue</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n model(s) of the catalogue</source>
        <translation>
            <numerusform>Montrer le modèle du catalogue (%n)</numerusform>
            <numerusform>Montrer les %n modèles du catalogue</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for a newer catalogue</source>
        <translation>Chercher un catalogue plus récent</translation>
    </message>
    <message>
        <source>It is asked for when you press this and not before, and counts only with the signature of Canter&apos;s makers.</source>
        <translation>Il n’est demandé que lorsque vous appuyez ici, et ne compte qu’avec la signature des auteurs de Canter.</translation>
    </message>
</context>
<context>
    <name>ChatDocument</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Joint : %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Modifié à la main</translation>
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
        <translation>Précis</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Créatif</translation>
    </message>
    <message>
        <source>Model&apos;s own</source>
        <translation>Du modèle</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Opening %1</source>
        <translation>Ouverture de %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Settings of this chat</source>
        <translation>Réglages de cette discussion</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Invite système</translation>
    </message>
    <message>
        <source>You are a patient teacher.</source>
        <translation>Tu es un professeur patient.</translation>
    </message>
    <message>
        <source>Tells the model who it is, before all that is said.</source>
        <translation>Dit au modèle qui il est, avant tout le reste.</translation>
    </message>
    <message>
        <source>Higher is more surprising. The server decides until you change it.</source>
        <translation>Plus elle est élevée, plus la réponse surprend. Le serveur décide tant que vous ne la changez pas.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Higher is more surprising.</source>
        <translation>Plus elle est élevée, plus la réponse surprend.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share.</source>
        <translation>Seulement les mots les plus probables qui, ensemble, atteignent cette part.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words with this share of the likeliest one&apos;s chance.</source>
        <translation>Seulement les mots ayant au moins cette part de la probabilité du plus probable.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words; 0 for all.</source>
        <translation>Seulement ce nombre de mots les plus probables ; 0 pour tous.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Pénalité de répétition</translation>
    </message>
    <message>
        <source>1 is none; more makes repeated words less likely.</source>
        <translation>1 : aucune ; au-delà, les mots répétés sont moins probables.</translation>
    </message>
    <message>
        <source>In tokens; empty for no limit.</source>
        <translation>En jetons ; vide pour aucune limite.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed draws the same answer again; empty for another each time.</source>
        <translation>La même graine redonne la même réponse ; vide pour en obtenir une autre à chaque fois.</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Utiliser pour les nouvelles discussions</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Mark drafted words in answers</source>
        <translation>Marquer les mots devinés dans les réponses</translation>
    </message>
    <message>
        <source>Greedy: always the likeliest word.</source>
        <translation>Glouton : toujours le mot le plus probable.</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Longueur maximale</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>%1 · shown as code</source>
        <translation>%1 · affiché comme code</translation>
    </message>
    <message>
        <source>Long lines as they are</source>
        <translation>Ne pas couper les longues lignes</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <translation>Couper les longues lignes</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Toutes les commandes</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Rechercher une commande</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Aucune commande ne s’appelle ainsi.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Rechercher des discussions</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Arrêter la réponse</translation>
    </message>
    <message>
        <source>Undo the last deletion</source>
        <translation>Annuler la dernière suppression</translation>
    </message>
    <message>
        <source>Answer anew</source>
        <translation>Répondre à nouveau</translation>
    </message>
    <message>
        <source>Turn acceleration on or off</source>
        <translation>Activer ou désactiver l&apos;accélération</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Réglages de cette discussion</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ouvrir un modèle</translation>
    </message>
    <message>
        <source>Tune an adapter</source>
        <translation>Ajuster un adaptateur</translation>
    </message>
    <message>
        <source>Go to the chat</source>
        <translation>Aller à la discussion</translation>
    </message>
    <message>
        <source>Go to Compare</source>
        <translation>Aller à Comparer</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>Aller à Modèles</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Obtenir des modèles</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Aller à Réglages</translation>
    </message>
    <message>
        <source>Go to the trash</source>
        <translation>Aller à la corbeille</translation>
    </message>
    <message>
        <source>Fold or show the sidebar</source>
        <translation>Replier ou afficher la barre latérale</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Taille de texte habituelle</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Toutes les commandes</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste des touches</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>New folder for chats</source>
        <translation>Nouveau dossier de discussions</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Importer des discussions</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Dupliquer cette discussion</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>Mettre cette discussion à la corbeille</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>Exporter cette discussion en Markdown</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>Exporter cette discussion en JSON</translation>
    </message>
    <message>
        <source>Save this chat as PDF</source>
        <translation>Enregistrer cette discussion en PDF</translation>
    </message>
    <message>
        <source>Print this chat</source>
        <translation>Imprimer cette discussion</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.</source>
        <translation>La même invite, avec une réponse normale et une réponse accélérée. Les mots restent les mêmes ; voyez combien ils arrivent plus tôt.</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Utiliser le modèle de départ</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Ajuster…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Accélérée</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Invites</translation>
    </message>
    <message>
        <source>Earlier comparisons</source>
        <translation>Comparaisons précédentes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The comparison is deleted</source>
        <translation>La comparaison est supprimée</translation>
    </message>
</context>
<context>
    <name>CompareSettings</name>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>At random, both ways with the same numbers</source>
        <translation>Au hasard, avec les mêmes nombres des deux côtés</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message numerus="yes">
        <source>At most %n token(s)</source>
        <translation>
            <numerusform>Au plus %n jeton</numerusform>
            <numerusform>Au plus %n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>jetons</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Glouton</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Échantillonné</translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation>Longueur maximale</translation>
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
        <translation>%1 jetons/s</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n invite</numerusform>
            <numerusform>%n invites</numerusform>
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
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Arrêter (Échap)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Envoyer (Entrée)</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Joindre un fichier</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Opening %1…</source>
        <translation>Ouverture de %1…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Choisir un autre modèle</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>Tune adapter…</source>
        <translation>Ajuster l’adaptateur…</translation>
    </message>
    <message>
        <source>Accelerate</source>
        <translation>Accélérer</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Ajuster…</translation>
    </message>
    <message>
        <source>Make an adapter for this model</source>
        <translation>Créer un adaptateur pour ce modèle</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Opened so far: %1</source>
        <translation>Ouvert jusqu’ici : %1</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Vitesse : %1</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <translation>Réglages de cette discussion</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Tous les modèles…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>The model of this chat. It opens with your next message.</source>
        <translation>Le modèle de cette discussion. Il s’ouvrira avec votre prochain message.</translation>
    </message>
</context>
<context>
    <name>ComputingSection</name>
    <message>
        <source>Computing</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Cœurs du processeur</translation>
    </message>
    <message>
        <source>More answer faster, up to the cores there are; fewer leave room for other programs.</source>
        <translation>Plus il y en a, plus les réponses sont rapides ; moins laisse de la place aux autres programmes.</translation>
    </message>
    <message numerus="yes">
        <source>This run was started with %n thread(s). The choice is for the next.</source>
        <translation>
            <numerusform>Canter a été lancé avec %n fil d’exécution. Ce choix vaudra au prochain lancement.</numerusform>
            <numerusform>Canter a été lancé avec %n fils d’exécution. Ce choix vaudra au prochain lancement.</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automatique (%1)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Cœurs</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.</source>
        <translation>La mémoire qu’a le modèle d’une discussion est arrondie, pour en contenir de plus longues. Un mot des réponses peut parfois changer.</translation>
    </message>
    <message>
        <source>The model&apos;s memory of a chat is kept as it was computed.</source>
        <translation>La mémoire qu’a le modèle d’une discussion est gardée telle que calculée.</translation>
    </message>
    <message>
        <source>Exact (F32)</source>
        <translation>Exacte (F32)</translation>
    </message>
    <message>
        <source>Half the memory (F16)</source>
        <translation>Moitié moins de mémoire (F16)</translation>
    </message>
    <message>
        <source>A quarter of the memory (Q8_0)</source>
        <translation>Quatre fois moins de mémoire (Q8_0)</translation>
    </message>
    <message>
        <source>Applies after the running answer.</source>
        <translation>S’appliquera après la réponse en cours.</translation>
    </message>
    <message>
        <source>A change applies after the running answer.</source>
        <translation>Un changement s’applique après la réponse en cours.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Chat memory (KV cache)</source>
        <translation>Mémoire des discussions (cache KV)</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Longueur du contexte</translation>
    </message>
    <message>
        <source>How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.</source>
        <translation>Ce qu’un modèle lit au plus d’une discussion. Un contexte plus court prend moins de mémoire ; les modèles qui lisent moins ne sont pas étirés.</translation>
    </message>
    <message>
        <source>As the model can</source>
        <translation>Autant que le modèle</translation>
    </message>
    <message>
        <source>%L1 tokens</source>
        <translation>%L1 jetons</translation>
    </message>
    <message>
        <source>Chats kept ready</source>
        <translation>Discussions gardées prêtes</translation>
    </message>
    <message>
        <source>Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.</source>
        <translation>Mémoire dans laquelle les discussions restent telles que le modèle les a lues, pour ne pas relire celle à laquelle vous revenez. La plus anciennement utilisée part en premier.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>The last one alone</source>
        <translation>La dernière seulement</translation>
    </message>
    <message>
        <source>%L1 GB</source>
        <translation>%L1 Go</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Chats</source>
        <translation>Discussions</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Answering</source>
        <translation>Répond</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>Titre de la discussion</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Exporter en Markdown…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Exporter en JSON…</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>Ranger dans un dossier…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Sortir du dossier</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Your data</source>
        <translation>Vos données</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>Dossier des données : %1</translation>
    </message>
    <message>
        <source>Chats and settings: %1</source>
        <translation>Discussions et réglages : %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but the names of models that you search for or get.</source>
        <translation>Rien ne quitte cet ordinateur, sauf les noms des modèles que vous cherchez ou obtenez.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>Tout est dans %1</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>Importer des discussions…</translation>
    </message>
    <message>
        <source>From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.</source>
        <translation>De ChatGPT, Claude, LM Studio, Jan, Open WebUI ou Canter ; ce qui est déjà là n’est pas ajouté de nouveau.</translation>
    </message>
</context>
<context>
    <name>DefaultModelRow</name>
    <message>
        <source>Default model</source>
        <translation>Modèle par défaut</translation>
    </message>
    <message>
        <source>Opens when Canter starts, and new chats begin with it.</source>
        <translation>S&apos;ouvre au démarrage de Canter, et les nouvelles discussions commencent avec lui.</translation>
    </message>
    <message>
        <source>The last one used</source>
        <translation>Le dernier utilisé</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Getting %1</source>
        <translation>Obtention de %1</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Saisir un jeton…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>%1: %2 percent are here</source>
        <translation>%1 : %2 pour cent sont là</translation>
    </message>
</context>
<context>
    <name>DownloadsSection</name>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
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
        <translation>texte antérieur %L1</translation>
    </message>
    <message>
        <source>words seen before %L1</source>
        <translation>mots déjà vus %L1</translation>
    </message>
    <message>
        <source>trained masks %L1</source>
        <translation>masques entraînés %L1</translation>
    </message>
    <message>
        <source>trained head %L1</source>
        <translation>tête entraînée %L1</translation>
    </message>
    <message>
        <source>the model&apos;s own head %L1</source>
        <translation>tête propre au modèle %L1</translation>
    </message>
    <message>
        <source>another model %L1</source>
        <translation>autre modèle %L1</translation>
    </message>
    <message>
        <source>Guessed right: %L1 of %L2 tokens</source>
        <translation>Bien devinés : %L1 jetons sur %L2</translation>
    </message>
    <message>
        <source>some by several sources</source>
        <translation>certains par plusieurs sources</translation>
    </message>
    <message>
        <source>Drafts: %1 rows a step, right by depth %2</source>
        <translation>Mots devinés : %1 lignes par étape, justes par profondeur : %2</translation>
    </message>
    <message>
        <source>Time: %1 for drafting, %2 for checking</source>
        <translation>Temps : %1 pour deviner, %2 pour vérifier</translation>
    </message>
</context>
<context>
    <name>DraftModelChoice</name>
    <message>
        <source>Drafts from</source>
        <translation>Brouillons de</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>aucun autre modèle</translation>
    </message>
    <message>
        <source>Drafts from %1</source>
        <translation>Brouillons de %1</translation>
    </message>
    <message>
        <source>A much smaller model with the same vocabulary can draft for this one. Answers stay the same, and come sooner where its guesses are good.</source>
        <translation>Un modèle bien plus petit, au même vocabulaire, peut préparer les brouillons de celui-ci. Les réponses restent les mêmes et arrivent plus tôt quand il devine bien.</translation>
    </message>
    <message>
        <source>No other model</source>
        <translation>Aucun autre modèle</translation>
    </message>
</context>
<context>
    <name>DuplicatesSection</name>
    <message>
        <source>There twice</source>
        <translation>En double</translation>
    </message>
    <message>
        <source>Comparing files of one size…</source>
        <translation>Comparaison des fichiers de même taille…</translation>
    </message>
    <message>
        <source>Programs bring models each for itself. Canter compares the files above and says which are the same.</source>
        <translation>Chaque programme télécharge ses modèles pour lui. Canter compare les fichiers ci-dessus et dit lesquels sont identiques.</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Chercher les doublons</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>No model is open</source>
        <translation>Aucun modèle n’est ouvert</translation>
    </message>
    <message>
        <source>A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.</source>
        <translation>Un modèle plus grand en sait plus. Canter en trouve trois qui conviennent à cet ordinateur ; ou ouvrez un fichier GGUF, ou déposez-le ici.</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Obtenir un modèle…</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Ouvrir un modèle…</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Accelerated</source>
        <translation>Accélérée</translation>
    </message>
    <message>
        <source>%1: plain %2, accelerated %3</source>
        <translation>%1 : normale %2, accélérée %3</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop a model to open it, exported chats to import them, or a file to write about it</source>
        <translation>Déposez un modèle pour l’ouvrir, des discussions exportées pour les importer, ou un fichier pour en parler</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>Folder with %n chat(s)</source>
        <translation>
            <numerusform>Dossier avec %n discussion</numerusform>
            <numerusform>Dossier avec %n discussions</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nom du dossier</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Delete the folder, keep its chats</source>
        <translation>Supprimer le dossier, garder ses discussions</translation>
    </message>
</context>
<context>
    <name>FolderSection</name>
    <message>
        <source>Where models are kept</source>
        <translation>Où sont les modèles</translation>
    </message>
    <message>
        <source>Folder for models: %1</source>
        <translation>Dossier des modèles : %1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
        <source>Use Canter&apos;s own folder</source>
        <translation>Utiliser le dossier de Canter</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that you got lie in another folder.</source>
        <translation>
            <numerusform>%n modèle obtenu se trouve dans un autre dossier.</numerusform>
            <numerusform>%n modèles obtenus se trouvent dans un autre dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another folder is for what you get from then on. What is there already stays where it is until you move it.</source>
        <translation>Un autre dossier sert pour ce que vous obtenez ensuite. Ce qui existe déjà reste où il est jusqu’à ce que vous le déplaciez.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Déplacer ici</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Put %1 into the list</source>
        <translation>Ajouter %1 à la liste</translation>
    </message>
</context>
<context>
    <name>FoundModels</name>
    <message>
        <source>Found on this computer</source>
        <translation>Trouvés sur cet ordinateur</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Rechercher à nouveau</translation>
    </message>
    <message>
        <source>No other models were found. A model is a GGUF file, or a folder with safetensors; add one from any place.</source>
        <translation>Aucun autre modèle trouvé. Un modèle est un fichier GGUF ou un dossier contenant des fichiers safetensors ; vous pouvez en ajouter un depuis n’importe quel emplacement.</translation>
    </message>
    <message>
        <source>Canter looked in:</source>
        <translation>Canter a cherché dans :</translation>
    </message>
</context>
<context>
    <name>GetButton</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Obtenir</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>GetModelsPage</name>
    <message>
        <source>Get models</source>
        <translation>Obtenir des modèles</translation>
    </message>
    <message>
        <source>All your models</source>
        <translation>Tous vos modèles</translation>
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
        <translation>%1, non identiques, %2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>HubModelCard</name>
    <message>
        <source>Its makers ask you to accept terms on huggingface.co first, and for your access token (see below).</source>
        <translation>Ses auteurs demandent d’accepter d’abord des conditions sur huggingface.co, ainsi que votre jeton d’accès (voir plus bas).</translation>
    </message>
    <message>
        <source>Fewer sizes</source>
        <translation>Moins de tailles</translation>
    </message>
    <message numerus="yes">
        <source>%n more size(s)</source>
        <translation>
            <numerusform>%n autre taille</numerusform>
            <numerusform>%n autres tailles</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide its card</source>
        <translation>Masquer sa fiche</translation>
    </message>
    <message>
        <source>Read its card</source>
        <translation>Lire sa fiche</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Search Hugging Face</source>
        <translation>Chercher sur Hugging Face</translation>
    </message>
    <message>
        <source>A model&apos;s name, as in “granite 2b”</source>
        <translation>Le nom d’un modèle, comme « granite 2b »</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Searching for “%1”…</source>
        <translation>Recherche de « %1 »…</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Try fewer or other words.</source>
        <translation>Rien trouvé pour « %1 ». Essayez moins de mots, ou d’autres.</translation>
    </message>
    <message>
        <source>What you type is sent to huggingface.co when you press Enter, and nothing else.</source>
        <translation>Ce que vous tapez est envoyé à huggingface.co quand vous appuyez sur Entrée, et rien d’autre.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>Aller au plus récent</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Envoyer le message</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>Commencer une nouvelle ligne</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Maj+Entrée</translation>
    </message>
    <message>
        <source>Bring back an earlier question</source>
        <translation>Reprendre une question précédente</translation>
    </message>
    <message>
        <source>Rename the chat in the list</source>
        <translation>Renommer la discussion dans la liste</translation>
    </message>
    <message>
        <source>Move the chat in the list to the trash</source>
        <translation>Mettre la discussion de la liste à la corbeille</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>Its turn comes next</source>
        <translation>Son tour vient ensuite</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>as it just was</source>
        <translation>en différé</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n jeton</numerusform>
            <numerusform>%n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Réponse : %1</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link?</source>
        <translation>Ouvrir ce lien ?</translation>
    </message>
    <message>
        <source>This link cannot be opened here</source>
        <translation>Ce lien ne peut pas être ouvert ici</translation>
    </message>
    <message>
        <source>It leads to %1.</source>
        <translation>Il mène à %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Close without saving?</source>
        <translation>Fermer sans enregistrer ?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written to the disk and would be lost. Canter keeps trying: once the disk has room, they are saved.</source>
        <translation>
            <numerusform>%n message n’a pas pu être écrit sur le disque et serait perdu. Canter continue d’essayer : il sera enregistré dès qu’il y aura de la place.</numerusform>
            <numerusform>%n messages n’ont pas pu être écrits sur le disque et seraient perdus. Canter continue d’essayer : ils seront enregistrés dès qu’il y aura de la place.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Canter open</source>
        <translation>Laisser Canter ouvert</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Fermer et les perdre</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the chats</source>
        <translation>Afficher les discussions</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Ouvrir un modèle</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modèles (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Prompts to learn from</source>
        <translation>Invites servant à l’apprentissage</translation>
    </message>
    <message>
        <source>Prompts (*.jsonl)</source>
        <translation>Invites (*.jsonl)</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Tout exporter</translation>
    </message>
    <message>
        <source>Export the chat</source>
        <translation>Exporter la discussion</translation>
    </message>
    <message>
        <source>Prompts to compare</source>
        <translation>Invites à comparer</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Enregistrer la comparaison</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Ajouter un modèle</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>Ajouter le dossier d’un modèle</translation>
    </message>
    <message>
        <source>A folder for models</source>
        <translation>Un dossier pour les modèles</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Enregistrer le code</translation>
    </message>
    <message>
        <source>Exported chats (*.json *.jsonl)</source>
        <translation>Discussions exportées (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Importer des discussions</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit the message</source>
        <translation>Modifier le message</translation>
    </message>
    <message>
        <source>What was said before stays as another version.</source>
        <translation>Ce qui a été dit reste comme autre version.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
        <translation>Cette question et sa réponse remplissent à elles seules le contexte du modèle. Demandez moins à la fois, ou ouvrez un modèle au contexte plus long.</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>Copier la sélection</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n jeton</numerusform>
            <numerusform>%n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message>
        <source>%1 per step</source>
        <translation>%1 par étape</translation>
    </message>
    <message>
        <source>first token %1 s</source>
        <translation>premier jeton %1 s</translation>
    </message>
    <message>
        <source>Answer: %1 tokens in %2 steps</source>
        <translation>Réponse : %1 jetons en %2 étapes</translation>
    </message>
    <message>
        <source>Altogether: %1 s</source>
        <translation>Total : %1 s</translation>
    </message>
    <message>
        <source>Ended by your token limit</source>
        <translation>Terminée par votre limite de jetons</translation>
    </message>
    <message>
        <source>The model&apos;s context is full</source>
        <translation>Le contexte du modèle est plein</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Interrupted when Canter ended</source>
        <translation>Interrompue à la fermeture de Canter</translation>
    </message>
    <message>
        <source>The answer failed</source>
        <translation>La réponse a échoué</translation>
    </message>
    <message>
        <source>Being written by another window</source>
        <translation>En cours d’écriture dans une autre fenêtre</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, read in %2 s</source>
        <translation>Invite : %1 jetons, lus en %2 s</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them known already, the rest read in %3 s</source>
        <translation>Invite : %1 jetons, dont %2 déjà connus, le reste lu en %3 s</translation>
    </message>
    <message>
        <source>Read from its beginning</source>
        <translation>Lue depuis le début</translation>
    </message>
    <message>
        <source>Went on where the last answer ended</source>
        <translation>Reprise là où la dernière réponse finissait</translation>
    </message>
    <message>
        <source>Went back to where it parts from the text before</source>
        <translation>Retour là où elle s’écarte du texte précédent</translation>
    </message>
    <message>
        <source>Went back to a state that was kept, and read on from there</source>
        <translation>Retour à un état conservé, puis lecture à partir de là</translation>
    </message>
    <message>
        <source>Read again from its beginning, since nothing that early was kept</source>
        <translation>Relue depuis le début, car rien d’aussi ancien n’était conservé</translation>
    </message>
    <message>
        <source>Read again from its beginning, as this model must when a text gets long</source>
        <translation>Relue depuis le début, comme ce modèle l’exige quand un texte devient long</translation>
    </message>
    <message>
        <source>tuned here, no. %1</source>
        <translation>ajusté ici, n° %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modèle : %1</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adaptateur : %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>Quand : %1</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Modifié à la main</translation>
    </message>
</context>
<context>
    <name>ModelBanner</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Open another model…</source>
        <translation>Ouvrir un autre modèle…</translation>
    </message>
    <message>
        <source>Use the starter model</source>
        <translation>Utiliser le modèle de départ</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter</source>
        <translation>De départ</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En cours d’utilisation</translation>
    </message>
    <message>
        <source>Try the adapter</source>
        <translation>Essayer l’adaptateur</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Ajuster…</translation>
    </message>
    <message>
        <source>Make an adapter for %1</source>
        <translation>Créer un adaptateur pour %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Check the file again</source>
        <translation>Vérifier de nouveau le fichier</translation>
    </message>
    <message>
        <source>Delete from the disk…</source>
        <translation>Supprimer du disque…</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Get models…</source>
        <translation>Obtenir des modèles…</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Ajouter un fichier…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>Ajouter une adresse…</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Good at: %1</source>
        <translation>Bon pour : %1</translation>
    </message>
    <message>
        <source>But: %1</source>
        <translation>Mais : %1</translation>
    </message>
</context>
<context>
    <name>OverfullBanner</name>
    <message>
        <source>Leave out the oldest</source>
        <translation>Omettre les plus anciens</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>Garder le début</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>Choisir une partie…</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>Résumer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
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
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>“%1” is off the list; its file stays</source>
        <translation>« %1 » n’est plus dans la liste ; son fichier est conservé</translation>
    </message>
    <message>
        <source>“%1” is off the list</source>
        <translation>« %1 » n’est plus dans la liste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“%1” is here</source>
        <translation>« %1 » est là</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>%1, not identical</source>
        <translation>%1, non identiques</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>About %1 tokens; %2 fit.</source>
        <translation>Environ %1 jetons ; %2 tiennent.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Which part of “%1”?</source>
        <translation>Quelle partie de « %1 » ?</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>De la page</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>to page</source>
        <translation>à la page</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>sur %L1</translation>
    </message>
    <message>
        <source>Take this part</source>
        <translation>Prendre cette partie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Another program on this computer answers, at %1.</source>
        <translation>Un autre programme de cet ordinateur répond, à %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer: it goes to %1.</source>
        <translation>Ce que vous écrivez quitte cet ordinateur : cela va à %1.</translation>
    </message>
    <message>
        <source>What you write leaves this computer, unencrypted: it goes to %1.</source>
        <translation>Ce que vous écrivez quitte cet ordinateur sans chiffrement : cela va à %1.</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Supprimer le préréglage</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Nom d’un nouveau préréglage</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>One prompt</source>
        <translation>Une invite</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>Série d’invites</translation>
    </message>
    <message>
        <source>Write a prompt that both answer</source>
        <translation>Écrivez une invite pour les deux réponses</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>Une conversation par ligne, en JSON</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n invite</numerusform>
            <numerusform>%n invites</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them that fit the model are answered both ways.</source>
        <translation>Les premières qui conviennent au modèle reçoivent une réponse des deux façons.</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.</source>
        <translation>Questions, rédaction, code et listes. Les adaptateurs apprennent d’autres invites, si le temps le permet.</translation>
    </message>
    <message>
        <source>One after the other, so that neither slows the other. Then both are shown from the same start.</source>
        <translation>L’une après l’autre, pour qu’aucune ne ralentisse l’autre. Les deux sont ensuite montrées depuis le même départ.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Run (Ctrl+Enter)</source>
        <translation>Lancer (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Intégrées</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Delete with what follows</source>
        <translation>Supprimer avec la suite</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>Tokens over time</source>
        <translation>Jetons au fil du temps</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>Temps par jeton</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>no adapter for this model yet</source>
        <translation>pas encore d’adaptateur pour ce modèle</translation>
    </message>
    <message>
        <source>no drafts just now</source>
        <translation>pas de brouillons pour l’instant</translation>
    </message>
</context>
<context>
    <name>RecommendedSection</name>
    <message>
        <source>For this computer</source>
        <translation>Pour cet ordinateur</translation>
    </message>
    <message>
        <source>Measuring how quickly this computer reads its memory…</source>
        <translation>Mesure de la vitesse de lecture de la mémoire…</translation>
    </message>
    <message>
        <source>No model of the catalogue fits in the memory that is free. Close other programs, and look again.</source>
        <translation>Aucun modèle du catalogue ne tient dans la mémoire libre. Fermez d’autres programmes, puis revenez.</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
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
        <translation>hier</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month as in &quot;3 May&quot;; see QLocale::toString for the letters</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Plus ancien</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>Its file is deleted from the disk for good, not moved to the trash (%1). Your chats with it stay.</source>
        <translation>Son fichier est supprimé du disque pour de bon, sans passer par la corbeille (%1). Vos discussions restent.</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Supprimer le fichier</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>Enregistrer les mesures sous forme de tableau</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Save everything, with the time of each token</source>
        <translation>Tout enregistrer, avec le temps de chaque jeton</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save a picture of the result</source>
        <translation>Enregistrer une image du résultat</translation>
    </message>
    <message>
        <source>Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.</source>
        <translation>Mesurées l’une après l’autre, pour qu’aucune ne ralentisse l’autre. Les deux ont lu l’invite depuis le premier mot.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>Rechercher des discussions</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>SearchHits</name>
    <message>
        <source>Chats found</source>
        <translation>Discussions trouvées</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Réinitialiser : %1</translation>
    </message>
</context>
<context>
    <name>ServerModels</name>
    <message>
        <source>Look for a model</source>
        <translation>Chercher un modèle</translation>
    </message>
    <message>
        <source>Models at this address</source>
        <translation>Modèles à cette adresse</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Address: %1</source>
        <translation>Adresse : %1</translation>
    </message>
    <message>
        <source>Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.</source>
        <translation>Les éditeurs, scripts et autres fenêtres de discussion de cet ordinateur peuvent l’interroger comme ils interrogeraient OpenAI ou Ollama. Aucun autre ordinateur ni aucune page web ne le peut.</translation>
    </message>
    <message>
        <source>Let other programs use the open model</source>
        <translation>Laisser d’autres programmes utiliser le modèle ouvert</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Autres programmes</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Starts as soon as a model is open.</source>
        <translation>Démarre dès qu’un modèle est ouvert.</translation>
    </message>
    <message>
        <source>The model is called %1 there. No key is needed.</source>
        <translation>Le modèle s’y appelle %1. Aucune clé n’est nécessaire.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Canter %1. Free software under the GNU General Public License, version 3. It comes without any warranty.</source>
        <translation>Canter %1. Logiciel libre sous la licence publique générale GNU, version 3. Fourni sans aucune garantie.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Chats</source>
        <translation>Discussions</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>Replier la barre latérale</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>Vos discussions apparaîtront ici.</translation>
    </message>
    <message>
        <source>No chat has “%1”. Try fewer or shorter words.</source>
        <translation>Aucune discussion ne contient « %1 ». Essayez moins de mots, ou de plus courts.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
</context>
<context>
    <name>SidebarStrip</name>
    <message>
        <source>Show the chats</source>
        <translation>Afficher les discussions</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
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
        <translation>%1 plus lent</translation>
    </message>
</context>
<context>
    <name>SpeedupBars</name>
    <message>
        <source>Prompts by speed-up</source>
        <translation>Invites selon l’accélération</translation>
    </message>
    <message numerus="yes">
        <source>From %1: %n prompt(s)</source>
        <translation>
            <numerusform>À partir de %1 : %n invite</numerusform>
            <numerusform>À partir de %1 : %n invites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepGauge</name>
    <message>
        <source>Tokens of the last steps: %1</source>
        <translation>Jetons des dernières étapes : %1</translation>
    </message>
</context>
<context>
    <name>ThinkingChoice</name>
    <message>
        <source>Thinking before the answer</source>
        <translation>Réflexion avant la réponse</translation>
    </message>
</context>
<context>
    <name>ThinkingDots</name>
    <message>
        <source>Thinking</source>
        <translation>Réflexion</translation>
    </message>
</context>
<context>
    <name>ThinkingLevel</name>
    <message>
        <source>Think</source>
        <translation>Réfléchir</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>Réfléchir : %1</translation>
    </message>
    <message>
        <source>How much the model thinks before it answers</source>
        <translation>À quel point le modèle réfléchit avant de répondre</translation>
    </message>
</context>
<context>
    <name>ThinkingSwitch</name>
    <message>
        <source>Think</source>
        <translation>Réfléchir</translation>
    </message>
    <message>
        <source>The model thinks before it answers</source>
        <translation>Le modèle réfléchit avant de répondre</translation>
    </message>
</context>
<context>
    <name>ThinkingWishes</name>
    <message>
        <source>As the model does</source>
        <translation>Comme le modèle</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>Un peu</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>Moyennement</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>Beaucoup</translation>
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
        <translation>Réflexion : %1</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <translation>Réflexion… %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Réflexion…</translation>
    </message>
    <message>
        <source>Hides what the model thought</source>
        <translation>Masque la réflexion du modèle</translation>
    </message>
    <message>
        <source>Shows what the model thought</source>
        <translation>Affiche la réflexion du modèle</translation>
    </message>
    <message>
        <source>Copy what the model thought</source>
        <translation>Copier la réflexion du modèle</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Tuning %1 ended early</source>
        <translation>L’ajustement de %1 s’est terminé prématurément</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>« %1 » est dans la corbeille</translation>
    </message>
    <message>
        <source>The folder “%1” is deleted, its chats are not</source>
        <translation>Le dossier « %1 » est supprimé, pas ses discussions</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportée vers %1</translation>
    </message>
    <message>
        <source>Open the newest</source>
        <translation>Ouvrir la plus récente</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Access token for %1</source>
        <translation>Jeton d’accès pour %1</translation>
    </message>
    <message>
        <source>Accept the terms on the model&apos;s page first. You make a token there under your account&apos;s settings; one that may only read is enough.</source>
        <translation>Acceptez d’abord les conditions sur la page du modèle. On y crée un jeton dans les paramètres du compte ; un jeton en lecture seule suffit.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>The token is kept in the system&apos;s keyring; where there is none, until Canter ends. It is shown to %1 alone.</source>
        <translation>Le jeton est gardé dans le trousseau du système ; à défaut, jusqu’à la fermeture de Canter. Seul %1 le voit.</translation>
    </message>
    <message>
        <source>Keep it and go on</source>
        <translation>Le garder et continuer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TokenSection</name>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>Enter another…</source>
        <translation>En saisir un autre…</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Saisir un jeton…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>L’oublier</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>Supprimer définitivement « %1 » ?</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Vider la corbeille…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Supprimer définitivement…</translation>
    </message>
    <message>
        <source>This cannot be undone. An export keeps a copy.</source>
        <translation>Cette action est irréversible. Un export en garde une copie.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Delete all that is in the trash for good?</source>
        <translation>Supprimer définitivement tout le contenu de la corbeille ?</translation>
    </message>
    <message>
        <source>What you delete stays here until you restore it or delete it for good.</source>
        <translation>Ce que vous supprimez reste ici jusqu’à ce que vous le restauriez ou le supprimiez définitivement.</translation>
    </message>
    <message>
        <source>The trash is empty. Chats and messages that you delete can be restored from here.</source>
        <translation>La corbeille est vide. Les discussions et messages que vous supprimez peuvent être restaurés d’ici.</translation>
    </message>
</context>
<context>
    <name>TuningChart</name>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Jetons par étape</translation>
    </message>
    <message>
        <source>Loss and tokens per step</source>
        <translation>Perte et jetons par étape</translation>
    </message>
</context>
<context>
    <name>TuningLine</name>
    <message>
        <source>Tuning %1</source>
        <translation>Ajustement de %1</translation>
    </message>
</context>
<context>
    <name>TuningOutcome</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Tune anew…</source>
        <translation>Ajuster à nouveau…</translation>
    </message>
</context>
<context>
    <name>TuningPlan</name>
    <message>
        <source>Start anew</source>
        <translation>Recommencer à zéro</translation>
    </message>
    <message>
        <source>Start tuning</source>
        <translation>Lancer l’ajustement</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.</source>
        <translation>Un adaptateur permet au modèle de deviner plusieurs mots à l’avance et de les vérifier d’un coup. Les réponses arrivent plus tôt et leur texte reste le même.</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Recueillir des réponses</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>Mesure de cet ordinateur…</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>The adapter learns to guess what the model says. The model itself is not changed.</source>
        <translation>L’adaptateur apprend à deviner ce que dit le modèle. Le modèle lui-même n’est pas modifié.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Prompts it never saw are answered with and without it. It is switched on if it pays.</source>
        <translation>Le modèle répond, avec et sans lui, à des invites qu’il n’a jamais vues. L’adaptateur est activé si le gain en vaut la peine.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>%1, suggested</source>
        <translation>%1, conseillé</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Invites</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>One conversation a line, as JSON</source>
        <translation>Une conversation par ligne, en JSON</translation>
    </message>
    <message>
        <source>Questions, writing, code and lists, in eleven languages</source>
        <translation>Questions, rédaction, code et listes, en onze langues</translation>
    </message>
    <message numerus="yes">
        <source>Learn from my own %n question(s) too</source>
        <translation>
            <numerusform>Apprendre aussi de ma %n question</numerusform>
            <numerusform>Apprendre aussi de mes %n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer</source>
        <translation>Elles restent sur cet ordinateur</translation>
    </message>
    <message>
        <source>You can go on chatting meanwhile: tuning waits while an answer is written.</source>
        <translation>Vous pouvez continuer à discuter pendant ce temps : l’ajustement attend lorsqu’une réponse s’écrit.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Intégrées</translation>
    </message>
</context>
<context>
    <name>TuningRun</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What was learned is kept, and you can go on later</source>
        <translation>Ce qui a été appris est conservé, et vous pourrez reprendre plus tard</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Recueillir des réponses</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>TuningSheet</name>
    <message>
        <source>Tune adapter</source>
        <translation>Ajuster l’adaptateur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>TuningStep</name>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to the default</source>
        <translation>Revenir à la valeur par défaut</translation>
    </message>
</context>
<context>
    <name>VersionArrows</name>
    <message>
        <source>Earlier version</source>
        <translation>Version précédente</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Version %1 sur %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Version suivante</translation>
    </message>
</context>
<context>
    <name>WhenFullChoice</name>
    <message>
        <source>When the context is full</source>
        <translation>Quand le contexte est plein</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>Omettre les plus anciens</translation>
    </message>
    <message>
        <source>Leave out the middle</source>
        <translation>Omettre le milieu</translation>
    </message>
    <message>
        <source>The answer ends there, and nothing is left out.</source>
        <translation>La réponse s’arrête là et rien n’est omis.</translation>
    </message>
    <message>
        <source>The model goes on without the first questions and answers. They stay in the chat.</source>
        <translation>Le modèle continue sans les premières questions et réponses. Elles restent dans la discussion.</translation>
    </message>
    <message>
        <source>The model keeps the first question and the newest ones. All stay in the chat.</source>
        <translation>Le modèle garde la première question et les plus récentes. Toutes restent dans la discussion.</translation>
    </message>
</context>
<context>
    <name>canter::ui::AttachmentList</name>
    <message>
        <source>%1 tokens · %2 % of the context</source>
        <translation>%1 jetons · %2 % du contexte</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatController</name>
    <message>
        <source>Waiting for the model to open</source>
        <translation>En attente de l’ouverture du modèle</translation>
    </message>
    <message>
        <source>Waiting for the answer in another chat</source>
        <translation>En attente de la réponse d’une autre discussion</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted</source>
        <translation>
            <numerusform>%n message supprimé</numerusform>
            <numerusform>%n messages supprimés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (branch)</source>
        <translation>%1 (branche)</translation>
    </message>
</context>
<context>
    <name>canter::ui::ChatPrinter</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>« %1 » n’a pas pu être écrit : %2</translation>
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
        <translation>Impossible d’enregistrer le code sous « %1 » : %2 ; choisissez un autre dossier</translation>
    </message>
</context>
<context>
    <name>canter::ui::CompareController</name>
    <message>
        <source>No model is open. Open one to compare its answers.</source>
        <translation>Aucun modèle n’est ouvert. Ouvrez-en un pour comparer ses réponses.</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>Ouverture de %1 en cours.</translation>
    </message>
    <message>
        <source>Answers of %1 cannot be accelerated here: %2.</source>
        <translation>Les réponses de %1 ne peuvent pas être accélérées ici : %2.</translation>
    </message>
    <message>
        <source>%1 has no adapter yet, so words are guessed from the text alone. With an adapter it can answer sooner.</source>
        <translation>%1 n’a pas encore d’adaptateur : les mots sont devinés d’après le texte seul. Avec un adaptateur, il peut répondre plus tôt.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En attente de son tour</translation>
    </message>
    <message>
        <source>Prompt %L1 of %L2</source>
        <translation>Invite %L1 sur %L2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute restante</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>environ %n minute restante</numerusform>
            <numerusform>environ %n minutes restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 identical</source>
        <translation>%L1 sur %L2 identiques</translation>
    </message>
    <message>
        <source>Different from token %L1 on</source>
        <translation>Différentes à partir du jeton %L1</translation>
    </message>
    <message numerus="yes">
        <source>Identical · %n token(s)</source>
        <translation>
            <numerusform>Identiques · %n jeton</numerusform>
            <numerusform>Identiques · %n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>as fast · %1 after the first token</source>
        <translation>la vitesse normale · %1 après le premier jeton</translation>
    </message>
    <message>
        <source>as fast, the median · from %1 to %2</source>
        <translation>la vitesse normale, en médiane · de %1 à %2</translation>
    </message>
    <message>
        <source>without adapter</source>
        <translation>sans adaptateur</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n fil d’exécution</numerusform>
            <numerusform>%n fils d’exécution</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1, seed %2</source>
        <translation>température %1, graine %2</translation>
    </message>
    <message numerus="yes">
        <source>at most %n token(s)</source>
        <translation>
            <numerusform>au plus %n jeton</numerusform>
            <numerusform>au plus %n jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>The picture could not be saved as %1. Choose another folder.</source>
        <translation>L’image n’a pas pu être enregistrée sous %1. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>So short an answer says little. Ask for a longer one, or run a prompt set.</source>
        <translation>Une réponse si courte n’est guère significative. Demandez-en une plus longue, ou lancez une série d’invites.</translation>
    </message>
    <message>
        <source>Without an adapter only what repeats itself can be guessed.</source>
        <translation>Sans adaptateur, seul ce qui se répète peut être deviné.</translation>
    </message>
    <message>
        <source>slower · %1 after the first token</source>
        <translation>plus lent · %1 après le premier jeton</translation>
    </message>
    <message>
        <source>slower, the median · from %1 to %2</source>
        <translation>plus lent, en médiane · de %1 à %2</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>glouton</translation>
    </message>
</context>
<context>
    <name>canter::ui::ContextMeter</name>
    <message>
        <source>%1 of %2 tokens of the context</source>
        <translation>%1 jetons du contexte sur %2</translation>
    </message>
    <message>
        <source>Little room is left for an answer; start a new chat, or shorten what you write.</source>
        <translation>Il reste peu de place pour une réponse ; commencez une nouvelle discussion, ou raccourcissez votre texte.</translation>
    </message>
    <message>
        <source>This does not fit: %1 tokens, and the model reads %2.</source>
        <translation>Cela ne tient pas : %1 jetons, et le modèle en lit %2.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglées</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadListModel</name>
    <message>
        <source>%1 s left</source>
        <translation>encore %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>encore %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>encore %1 h</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>waits for those before it</source>
        <translation>attend ceux d’avant</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 par seconde</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Demande en cours…</translation>
    </message>
</context>
<context>
    <name>canter::ui::DownloadsController</name>
    <message>
        <source>%1 of the disk is free</source>
        <translation>%1 libres sur le disque</translation>
    </message>
    <message>
        <source>What you got takes %1</source>
        <translation>Ce que vous avez obtenu occupe %1</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Vérification du fichier…</translation>
    </message>
    <message>
        <source>Checked: the file is whole and unchanged</source>
        <translation>Vérifié : le fichier est entier et inchangé</translation>
    </message>
</context>
<context>
    <name>canter::ui::FiguresModel</name>
    <message>
        <source>First token, on average</source>
        <translation>Premier jeton, en moyenne</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Premier jeton</translation>
    </message>
    <message>
        <source>Speed after it</source>
        <translation>Vitesse ensuite</translation>
    </message>
    <message>
        <source>Tokens per step</source>
        <translation>Jetons par étape</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Toutes les réponses</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Réponse entière</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubListModel</name>
    <message>
        <source>licence not said</source>
        <translation>licence non indiquée</translation>
    </message>
    <message>
        <source>downloaded %1 times</source>
        <translation>téléchargé %1 fois</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 fichiers</translation>
    </message>
    <message>
        <source>does not fit in memory</source>
        <translation>ne tient pas en mémoire</translation>
    </message>
    <message>
        <source>Canter does not run models of the family %1</source>
        <translation>Canter ne fait pas tourner les modèles de la famille %1</translation>
    </message>
</context>
<context>
    <name>canter::ui::HubTokenController</name>
    <message>
        <source>It comes from HF_TOKEN, as Canter was started.</source>
        <translation>Il vient de HF_TOKEN, tel que Canter a été lancé.</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring and shown to %1 alone.</source>
        <translation>Il est gardé dans le trousseau du système ; seul %1 le voit.</translation>
    </message>
    <message>
        <source>It is kept until Canter ends, as this system has no keyring, and shown to %1 alone.</source>
        <translation>Il est gardé jusqu’à la fermeture de Canter, ce système n’ayant pas de trousseau ; seul %1 le voit.</translation>
    </message>
    <message>
        <source>Some makers give their models only to people who have accepted their terms. Your access token from %1 tells them who you are.</source>
        <translation>Certains auteurs ne donnent leurs modèles qu’aux personnes qui ont accepté leurs conditions. Votre jeton d’accès de %1 leur dit qui vous êtes.</translation>
    </message>
</context>
<context>
    <name>canter::ui::ImportController</name>
    <message>
        <source>Importing chats…</source>
        <translation>Importation des discussions…</translation>
    </message>
    <message numerus="yes">
        <source>Importing chats: %n</source>
        <translation>
            <numerusform>Importation des discussions : %n</numerusform>
            <numerusform>Importation des discussions : %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) imported</source>
        <translation>
            <numerusform>%n discussion importée</numerusform>
            <numerusform>%n discussions importées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s) were here already</source>
        <translation>
            <numerusform>%n discussion était déjà là</numerusform>
            <numerusform>%n discussions étaient déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without messages left out</source>
        <translation>
            <numerusform>%n sans message omise</numerusform>
            <numerusform>%n sans message omises</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats were imported</source>
        <translation>Aucune discussion n’a été importée</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or chat(s) could not be imported. %1</source>
        <translation>
            <numerusform>Un fichier ou une discussion n’a pas pu être importé. %1</numerusform>
            <numerusform>%n fichiers ou discussions n’ont pas pu être importés. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::MessageListModel</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s) are no longer read</source>
        <translation>
            <numerusform>%n message antérieur n’est plus lu</numerusform>
            <numerusform>%n messages antérieurs ne sont plus lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before this are no longer read</source>
        <translation>
            <numerusform>%n message avant celui-ci n’est plus lu</numerusform>
            <numerusform>%n messages avant celui-ci ne sont plus lus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelListModel</name>
    <message>
        <source>context of %1 tokens</source>
        <translation>contexte de %1 jetons</translation>
    </message>
    <message>
        <source>No adapter yet</source>
        <translation>Pas encore d’adaptateur</translation>
    </message>
    <message>
        <source>An adapter for it lies beside it, not tried yet</source>
        <translation>Un adaptateur se trouve à côté, pas encore essayé</translation>
    </message>
    <message>
        <source>An adapter was set aside: it was not faster here</source>
        <translation>Un adaptateur a été mis de côté : il n’était pas plus rapide ici</translation>
    </message>
    <message>
        <source>%1× here</source>
        <translation>%1× ici</translation>
    </message>
    <message>
        <source>%1 tokens per step</source>
        <translation>%1 jetons par étape</translation>
    </message>
    <message>
        <source>Adapter: comes with the model</source>
        <translation>Adaptateur : fourni avec le modèle</translation>
    </message>
    <message>
        <source>Adapter: %1</source>
        <translation>Adaptateur : %1</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Modèle de départ</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Nécessite %1 de mémoire ; %2 disponibles</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Nécessite %1 de mémoire</translation>
    </message>
</context>
<context>
    <name>canter::ui::ModelStatus</name>
    <message>
        <source>Starter model</source>
        <translation>Modèle de départ</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 milliards de paramètres</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 millions de paramètres</translation>
    </message>
    <message>
        <source>context of %1 tokens</source>
        <translation>contexte de %1 jetons</translation>
    </message>
    <message>
        <source>It answers on this computer; nothing you write leaves it.</source>
        <translation>Il répond sur cet ordinateur ; rien de ce que vous écrivez n’en sort.</translation>
    </message>
    <message>
        <source>Open another model, or use the starter model.</source>
        <translation>Ouvrez un autre modèle, ou utilisez le modèle de départ.</translation>
    </message>
    <message>
        <source>A small model: it explains, writes and chats, and is often wrong about facts. It answers on this computer; nothing you write leaves it.</source>
        <translation>Un petit modèle : il explique, rédige et converse, et se trompe souvent sur les faits. Il répond sur cet ordinateur ; rien de ce que vous écrivez n’en sort.</translation>
    </message>
    <message>
        <source>It knows bookings, small talk and Canter&apos;s own help, and invents every fact. With a network, packaging/run.sh brings SmolLM2, which answers general questions.</source>
        <translation>Il connaît les réservations, la conversation et l’aide de Canter, et invente tous les faits. Avec un réseau, packaging/run.sh apporte SmolLM2, qui répond aux questions générales.</translation>
    </message>
    <message numerus="yes">
        <source>%1× on your last %n answer(s)</source>
        <translation>
            <numerusform>%1× sur votre dernière réponse</numerusform>
            <numerusform>%1× sur vos %n dernières réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>activée</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>%1. %2 stays open.</source>
        <translation>%1. %2 reste ouvert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 slower on your last %n answer(s)</source>
        <translation>
            <numerusform>%1 plus lent sur votre dernière réponse</numerusform>
            <numerusform>%1 plus lent sur vos %n dernières réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as fast as without on your last %n answer(s)</source>
        <translation>
            <numerusform>aussi rapide que sans sur votre dernière réponse</numerusform>
            <numerusform>aussi rapide que sans sur vos %n dernières réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on this computer, answers to you alone.</source>
        <translation>Mesuré sur cet ordinateur, sur vos seules réponses.</translation>
    </message>
    <message>
        <source>Nothing was measured here yet; answers of some length show it.</source>
        <translation>Rien n’a encore été mesuré ici ; des réponses assez longues le montreront.</translation>
    </message>
    <message>
        <source>Canter drafts nothing while that takes more time than it saves, and tries again.</source>
        <translation>Canter n’ébauche rien tant que cela coûte plus de temps que cela n’en gagne, et réessaie ensuite.</translation>
    </message>
    <message>
        <source>What helps: tune the adapter on prompts like yours.</source>
        <translation>Ce qui aide : ajuster l’adaptateur avec des invites comme les vôtres.</translation>
    </message>
    <message>
        <source>What helps: tune an adapter for this model.</source>
        <translation>Ce qui aide : ajuster un adaptateur pour ce modèle.</translation>
    </message>
    <message>
        <source>Other programs that use the processor take from it.</source>
        <translation>Les autres programmes qui occupent le processeur en prennent une part.</translation>
    </message>
</context>
<context>
    <name>canter::ui::OfferListModel</name>
    <message>
        <source>The most able that writes faster than you read</source>
        <translation>Le plus capable qui écrit plus vite que vous ne lisez</translation>
    </message>
    <message>
        <source>The quickest for everyday questions</source>
        <translation>Le plus rapide pour les questions de tous les jours</translation>
    </message>
    <message>
        <source>The most able that fits, at any speed</source>
        <translation>Le plus capable qui tienne, quelle que soit la vitesse</translation>
    </message>
    <message>
        <source>Small and quick</source>
        <translation>Petit et rapide</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 langues</translation>
    </message>
    <message>
        <source>Needs %1 of memory, and %2 is free</source>
        <translation>Nécessite %1 de mémoire ; %2 disponibles</translation>
    </message>
    <message>
        <source>Needs %1 of memory</source>
        <translation>Nécessite %1 de mémoire</translation>
    </message>
    <message>
        <source>%1 with long texts</source>
        <translation>%1 avec de longs textes</translation>
    </message>
    <message>
        <source>long texts do not fit</source>
        <translation>les longs textes ne tiennent pas</translation>
    </message>
    <message>
        <source>reads %1 tokens at most</source>
        <translation>lit %1 jetons au plus</translation>
    </message>
    <message>
        <source>About %1 tokens per second</source>
        <translation>Environ %1 jetons par seconde</translation>
    </message>
    <message>
        <source>About %1 tokens per second, %2 accelerated</source>
        <translation>Environ %1 jetons par seconde, %2 en accéléré</translation>
    </message>
</context>
<context>
    <name>canter::ui::OffersController</name>
    <message>
        <source>%1 of memory free</source>
        <translation>%1 de mémoire libre</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n cœur</numerusform>
            <numerusform>%n cœurs</numerusform>
        </translation>
    </message>
    <message>
        <source>memory reads %1 GB/s</source>
        <translation>mémoire lue à %1 Go/s</translation>
    </message>
    <message>
        <source>Asking for a newer catalogue…</source>
        <translation>Demande d’un catalogue plus récent…</translation>
    </message>
    <message>
        <source>The catalogue is of %1.</source>
        <translation>Le catalogue date du %1.</translation>
    </message>
    <message>
        <source>There is no newer catalogue.</source>
        <translation>Il n’y a pas de catalogue plus récent.</translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Demande en cours…</translation>
    </message>
    <message>
        <source>Its makers say nothing of it.</source>
        <translation>Ses auteurs n’en disent rien.</translation>
    </message>
</context>
<context>
    <name>canter::ui::RemoteController</name>
    <message>
        <source>There is no model at this address. Load one there, then look again.</source>
        <translation>Il n’y a aucun modèle à cette adresse. Chargez-en un là-bas, puis cherchez de nouveau.</translation>
    </message>
</context>
<context>
    <name>canter::ui::Session</name>
    <message numerus="yes">
        <source>Canter ended in the middle of %n answer(s). What was there is kept.</source>
        <translation>
            <numerusform>Canter s’est fermé au milieu de %n réponse. Ce qui était écrit est conservé.</numerusform>
            <numerusform>Canter s’est fermé au milieu de %n réponses. Ce qui était écrit est conservé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. %n message(s) could be read and are in a new one, some could not. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>La base de données était endommagée. %n message a pu être lu et se trouve dans une nouvelle base, d’autres non. Le fichier endommagé est conservé sous le nom %1.</numerusform>
            <numerusform>La base de données était endommagée. %n messages ont pu être lus et se trouvent dans une nouvelle base, d’autres non. Le fichier endommagé est conservé sous le nom %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database was damaged. All %n message(s) could be read and are in a new one. The damaged file is kept as %1.</source>
        <translation>
            <numerusform>La base de données était endommagée. Le seul message a pu être lu et se trouve dans une nouvelle base. Le fichier endommagé est conservé sous le nom %1.</numerusform>
            <numerusform>La base de données était endommagée. Les %n messages ont tous pu être lus et se trouvent dans une nouvelle base. Le fichier endommagé est conservé sous le nom %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be saved before is saved now.</source>
        <translation>Ce qui n’avait pas pu être enregistré l’est maintenant.</translation>
    </message>
</context>
<context>
    <name>canter::ui::SettingsController</name>
    <message>
        <source>No program opens folders here. The folder is %1.</source>
        <translation>Aucun programme n’ouvre les dossiers ici. Le dossier est %1.</translation>
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
        <translation>%1 (copie)</translation>
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
        <translation>Nouveau dossier</translation>
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
        <translation>Déplacement de %1 : %2 sur %3</translation>
    </message>
    <message>
        <source>No file is there twice.</source>
        <translation>Aucun fichier n’est en double.</translation>
    </message>
    <message>
        <source>One of each would be enough. That would free %1.</source>
        <translation>Un exemplaire de chacun suffirait, ce qui libérerait %1.</translation>
    </message>
</context>
<context>
    <name>canter::ui::TrashModel</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>A message without text</source>
        <translation>Un message sans texte</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of “%1”</source>
        <translation>
            <numerusform>%n message de « %1 »</numerusform>
            <numerusform>%n messages de « %1 »</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canter::ui::TuningController</name>
    <message numerus="yes">
        <source>The model answers %n prompt(s), and some are kept aside to measure with.</source>
        <translation>
            <numerusform>Le modèle répond à %n invite ; une partie est mise de côté pour les mesures.</numerusform>
            <numerusform>Le modèle répond à %n invites ; une partie est mise de côté pour les mesures.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no time for all of the %L1; a longer tuning learns from more.</source>
        <translation>Le temps manque pour toutes les %L1 ; un ajustement plus long apprend de davantage d’invites.</translation>
    </message>
    <message>
        <source>up to %1 beside the model</source>
        <translation>jusqu’à %1 en plus du modèle</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) collected</source>
        <translation>
            <numerusform>%n réponse recueillie</numerusform>
            <numerusform>%n réponses recueillies</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %L1 · loss %2</source>
        <translation>Étape %L1 · perte %2</translation>
    </message>
    <message>
        <source>Answering with and without it</source>
        <translation>Réponses avec et sans lui</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute restante</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>encore environ %1</translation>
    </message>
    <message>
        <source>%1 tokens per step on unseen prompts</source>
        <translation>%1 jetons par étape sur des invites inédites</translation>
    </message>
    <message>
        <source>%1 now answers %2 as fast</source>
        <translation>%1 répond maintenant %2 plus vite</translation>
    </message>
    <message>
        <source>This adapter does not pay on this computer</source>
        <translation>Cet adaptateur est sans intérêt sur cet ordinateur</translation>
    </message>
    <message>
        <source>Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 tokens per step.</source>
        <translation>Mesuré sur des invites qu’il n’a jamais vues : %1 avec lui, %2 avant, le décodage normal valant 1×. %3 jetons par étape.</translation>
    </message>
    <message>
        <source>It is in use from now on; the text of answers stays the same.</source>
        <translation>Il est utilisé à partir de maintenant ; le texte des réponses reste le même.</translation>
    </message>
    <message>
        <source>Canter goes on as before. The adapter is kept, in case.</source>
        <translation>Canter continue comme avant. L’adaptateur est conservé, au cas où.</translation>
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
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
</TS>
