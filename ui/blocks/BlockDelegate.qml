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
    required property int direction
    required property string marker
    required property string html
    required property string plainText
    required property string language
    required property int highlightState
    required property var cells
    required property var columns
    required property bool first
    required property bool last
    required property bool wrapped
    property color color: Theme.text
    property alias asynchronous: loader.asynchronous
    signal linkWanted(string link)
    signal copyWanted()
    signal saveWanted()
    signal wrapWanted(bool wrapped)

    property bool marked: false  ///< something was searched for and is here

    function mark(words) {
        marked = true
        unmark.restart()
        for (const word of words.trim().toLowerCase().split(/\s+/)) {
            for (const text of loader.item?.searched?.() ?? []) {
                const at = text.getText(0, text.length).toLowerCase().indexOf(word)
                if (at >= 0) return text.select(at, at + word.length)
            }
        }
    }

    readonly property real step: Theme.textSize + Theme.space2
    readonly property real quoteWidth: quotes * Theme.space4
    readonly property real inset: quoteWidth + indent * step
    readonly property real above: index === 0 || !first ? 0
                                : kind === BlockListModel.Heading ? Theme.space4
                                : marker && indent > 0 ? Theme.space1 : Theme.space2 + 2
    property bool measured: false  ///< whoever shows it wants to know natural()
    signal naturalMayDiffer()

    /// How wide it is where no line has to break.
    function natural() {
        const text = kind === BlockListModel.Paragraph || kind === BlockListModel.Heading
        return inset + (text ? loader.item?.implicitWidth ?? 0 : Infinity)
    }
    /// Until it is there.
    readonly property real guess: Theme.lineHeight * Math.max(1, Math.ceil(plainText.length / 90))

    // Markers and bars stand where the text begins.
    LayoutMirroring.enabled: direction === Qt.LayoutDirectionAuto
                             ? Qt.application.layoutDirection === Qt.RightToLeft
                             : direction === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    implicitHeight: above + (loader.item ? loader.item.implicitHeight : guess)

    Timer { id: unmark; interval: 4000; onTriggered: block.marked = false }
    Rectangle {
        anchors { fill: parent; topMargin: block.above; leftMargin: -Theme.space2; rightMargin: -Theme.space2 }
        radius: Theme.radius
        color: Theme.accentSoft
        opacity: block.marked ? 1 : 0
        visible: opacity > 0
        Behavior on opacity { NumberAnimation { duration: Theme.motion } }
    }
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
        y: block.above + (loader.item?.lowered ?? 0)
        visible: block.marker
        text: block.marker
        color: Theme.muted
        Accessible.ignored: true
    }
    Loader {
        id: loader

        anchors { left: parent.left; right: parent.right; leftMargin: block.inset }
        y: block.above
        onLoaded: block.naturalMayDiffer()
        sourceComponent: block.kind === BlockListModel.Code ? code
                       : block.kind === BlockListModel.Heading ? heading
                       : block.kind === BlockListModel.Table ? table
                       : block.kind === BlockListModel.Rule ? rule
                       : block.kind === BlockListModel.Math ? formula : paragraph
    }

    Connections {
        target: block.measured ? loader.item : null
        function onImplicitWidthChanged() { block.naturalMayDiffer() }
    }
    Component {
        id: paragraph

        RichText {
            html: block.html
            horizontalAlignment: block.indent + block.quotes > 0 ? TextEdit.AlignLeft : undefined
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
            wrapped: block.wrapped
            onCopyWanted: block.copyWanted()
            onSaveWanted: block.saveWanted()
            onWrapWanted: wrapped => block.wrapWanted(wrapped)
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
            onCopyWanted: block.copyWanted()
        }
    }
}
