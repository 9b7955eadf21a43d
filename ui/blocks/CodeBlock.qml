import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Blocks

/// A listing, or a part of a long one: only the first has a head, and parts join without a seam.
Rectangle {
    id: block

    required property string code
    required property string language
    required property int highlightState
    required property bool first
    required property bool last
    required property bool wrapped
    signal copyWanted()
    signal saveWanted()
    signal wrapWanted(bool wrapped)

    function searched() { return [listing] }

    // What a picture would be drawn from.
    readonly property bool drawing: language.toLowerCase() === "mermaid"

    implicitHeight: column.implicitHeight
    radius: first || last ? Theme.radius : 0
    color: Theme.raised
    Accessible.role: Accessible.StaticText
    Accessible.name: code

    // Square where another part joins.
    Rectangle {
        width: parent.width
        height: Theme.radius
        visible: !block.first
        color: parent.color
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.radius
        visible: !block.last
        color: parent.color
    }
    ColumnLayout {
        id: column

        width: parent.width
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space3
            Layout.rightMargin: Theme.space1
            visible: block.first
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: block.drawing ? qsTr("%1 · shown as code").arg(block.language) : block.language
                color: Theme.muted
                font.pixelSize: Theme.figureSize
            }
            QuietAction {
                symbol: "wrap"
                symbolColor: block.wrapped ? Theme.accent : Theme.muted
                text: block.wrapped ? qsTr("Long lines as they are") : qsTr("Break long lines")
                onClicked: block.wrapWanted(!block.wrapped)
            }
            QuietAction {
                symbol: "export"
                text: qsTr("Save as a file")
                onClicked: block.saveWanted()
            }
            CopyButton { onClicked: block.copyWanted() }
        }
        Flickable {
            id: flickable

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space3
            Layout.rightMargin: Theme.space3
            Layout.bottomMargin: block.last ? Theme.space3 : 0
            implicitHeight: listing.implicitHeight + (contentWidth > width ? 8 : 0)
            contentWidth: block.wrapped ? width : listing.implicitWidth
            contentHeight: listing.implicitHeight
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentWidth > width
            clip: true
            Basic.ScrollBar.horizontal: ScrollBar {}

            SelectableText {
                id: listing

                LayoutMirroring.enabled: false
                width: Math.max(flickable.contentWidth, flickable.width)
                text: block.code
                wrapMode: block.wrapped ? TextEdit.WrapAtWordBoundaryOrAnywhere : TextEdit.NoWrap
                font.family: Theme.codeFamily
                font.pixelSize: Theme.codeSize
                horizontalAlignment: TextEdit.AlignLeft
                lineSpacing: Math.round(Theme.codeSize * 1.5)
                Accessible.ignored: true

                CodeHighlighter {
                    textDocument: listing.textDocument
                    language: block.language
                    initialState: block.highlightState
                    colors: Theme.syntax
                }
            }
        }
    }
}
