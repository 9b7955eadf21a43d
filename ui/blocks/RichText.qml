import QtQuick
import Canter.Theme
import Canter.Blocks

/// Text with bold, links and the like, to be read, selected and copied. Never loads anything.
SelectableText {
    id: rich

    required property string html
    required property string plainText
    readonly property Item searched: rich
    signal linkWanted(string link)

    textFormat: TextEdit.RichText
    text: BlockStyle.css + html
    Accessible.name: plainText
    onLinkActivated: link => rich.linkWanted(link)
}
