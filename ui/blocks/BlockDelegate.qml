import QtQuick
import Canter.Theme
import Canter.Blocks

/// One block: its indentation, the bars of its quotes, its marker, and what it is.
Item {
    id: block

    required property int index
    required property int kind
    required property int level
    required property int indent
    required property int quotes
    required property int quotesBefore
    required property string marker
    required property string html
    required property string plainText
    required property string language
    required property int highlightState
    required property var cells
    required property var columns
    required property bool first
    required property bool last
    property color color: Theme.text
    property alias asynchronous: loader.asynchronous
    signal linkWanted(string link)
    signal copyWanted()

    readonly property real step: Theme.textSize + Theme.space2
    readonly property real quoteWidth: quotes * Theme.space4
    readonly property real inset: quoteWidth + indent * step
    readonly property real above: index === 0 || !first ? 0
                                : kind === BlockListModel.Heading ? Theme.space4
                                : marker && indent > 0 ? Theme.space1 : Theme.space2 + 2
    /// Until it is there.
    readonly property real guess: Theme.lineHeight * Math.max(1, Math.ceil(plainText.length / 90))

    implicitHeight: above + (loader.item ? loader.item.implicitHeight : guess)

    Repeater {
        model: block.quotes

        Rectangle {
            required property int index

            x: block.LayoutMirroring.enabled ? block.width - index * Theme.space4 - width
                                             : index * Theme.space4
            y: index < block.quotesBefore ? 0 : block.above
            width: 3
            height: block.height - y
            radius: 1
            color: Theme.border
        }
    }
    SelectableText {
        anchors { right: loader.left; rightMargin: Theme.space2 }
        y: block.above
        visible: block.marker
        text: block.marker
        color: Theme.muted
        Accessible.ignored: true
    }
    Loader {
        id: loader

        anchors { left: parent.left; right: parent.right; leftMargin: block.inset }
        y: block.above
        sourceComponent: block.kind === BlockListModel.Code ? code
                       : block.kind === BlockListModel.Heading ? heading
                       : block.kind === BlockListModel.Table ? table
                       : block.kind === BlockListModel.Rule ? rule
                       : block.kind === BlockListModel.Math ? formula : paragraph
    }

    Component {
        id: paragraph

        RichText {
            html: block.html
            plainText: block.marker ? block.marker + " " + block.plainText : block.plainText
            color: block.quotes > 0 ? Theme.muted : block.color
            onLinkWanted: link => block.linkWanted(link)
        }
    }
    Component {
        id: heading

        HeadingBlock {
            html: block.html
            plainText: block.plainText
            level: block.level
            color: block.color
            onLinkWanted: link => block.linkWanted(link)
        }
    }
    Component {
        id: code

        CodeBlock {
            code: block.plainText
            language: block.language
            highlightState: block.highlightState
            first: block.first
            last: block.last
            onCopyWanted: block.copyWanted()
        }
    }
    Component {
        id: table

        TableBlock {
            cells: block.cells
            color: block.color
            columns: block.columns
            plainText: block.plainText
            onLinkWanted: link => block.linkWanted(link)
        }
    }
    Component {
        id: rule

        RuleBlock {}
    }
    Component {
        id: formula

        MathBlock {
            formula: block.html
            source: block.plainText
            color: block.color
        }
    }
}
