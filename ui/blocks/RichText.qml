import QtQuick
import Canter.Math
import Canter.Theme
import Canter.Blocks

/// Text with bold, links and the like, to be read, selected and copied. Never loads anything.
SelectableText {
    id: rich

    required property string html
    required property string plainText
    readonly property bool hasFormulas: formulas.firstBaseline > 0
    /// How much lower its first line stands for those.
    readonly property real lowered: Math.max(0, Math.round(formulas.firstBaseline - 0.8 * lineSpacing))
    signal linkWanted(string link)

    /// The texts in which words are found.
    function searched() { return [rich] }
    function copyPart(from, to) {
        if (formulas.copy(from, to)) return
        select(from, to)
        copy()
        deselect()
    }

    textFormat: TextEdit.RichText
    text: BlockStyle.css + formulas.withRoom(html, font.pixelSize)
    Accessible.name: plainText
    onLinkActivated: link => rich.linkWanted(link)
    Keys.onPressed: event => {
        event.accepted = event.matches(StandardKey.Copy)
                         && formulas.copy(selectionStart, selectionEnd)
    }

    InlineFormulas {
        id: formulas

        document: rich.textDocument
        textSize: rich.font.pixelSize
        color: rich.color
        selectionStart: rich.selectionStart
        selectionEnd: rich.selectionEnd
        selectedColor: rich.selectedTextColor
    }
}
