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
    signal copyWanted()

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
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: block.language
                color: Theme.muted
                font.pixelSize: Theme.figureSize
            }
            CopyButton { onClicked: block.copyWanted() }
        }
        Flickable {
            id: flickable

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space3
            Layout.rightMargin: Theme.space3
            Layout.bottomMargin: block.last ? Theme.space3 : 0
            implicitHeight: listing.implicitHeight + (listing.implicitWidth > width ? 8 : 0)
            contentWidth: listing.implicitWidth
            contentHeight: listing.implicitHeight
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentWidth > width
            clip: true
            Basic.ScrollBar.horizontal: ScrollBar {}

            SelectableText {
                id: listing

                LayoutMirroring.enabled: false
                width: Math.max(implicitWidth, flickable.width)
                text: block.code
                wrapMode: TextEdit.NoWrap
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
