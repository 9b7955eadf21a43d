import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Compare

/// One answer, as it comes.
Rectangle {
    id: column

    required property Lane lane
    required property string title
    required property color tone
    required property bool running

    readonly property string phaseText: {
        switch (lane.phase) {
        case Lane.Waiting: return qsTr("Its turn comes next")
        case Lane.Live: return column.running ? qsTr("live") : qsTr("stopped")
        case Lane.Replayed: return column.running ? qsTr("as it just was") : qsTr("stopped")
        default: return ""
        }
    }

    implicitHeight: content.implicitHeight + 2 * Theme.space4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: content

        anchors { fill: parent; margins: Theme.space4 }
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space2

            Rectangle {
                implicitWidth: 8
                implicitHeight: 8
                radius: 4
                color: column.tone
            }
            Label {
                text: column.title
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Label {
                Layout.fillWidth: true
                text: column.phaseText
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
            Label {
                text: column.lane.speedText
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                color: column.tone === Theme.accent ? Theme.accent : Theme.text
            }
        }
        RowLayout {
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: column.lane.tokens > 0 ? qsTr("%n token(s)", "", column.lane.tokens) : " "
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
            Label {
                text: column.lane.timeText
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 3
            radius: 1.5
            color: Theme.raised

            Rectangle {
                anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
                width: parent.width * column.lane.share
                radius: 1.5
                color: column.tone
            }
        }
        Flickable {
            id: scroller

            property bool following: true
            readonly property real most: 8 * Theme.lineHeight

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.space1
            Layout.preferredHeight: column.running ? most : Math.min(most, edit.implicitHeight)
            contentHeight: edit.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: contentHeight > height
            Accessible.role: Accessible.Pane
            Accessible.name: qsTr("Answer: %1").arg(column.title)
            Keys.onUpPressed: contentY = Math.max(0, contentY - 48)
            Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 48))
            onMovementEnded: following = contentY + height >= contentHeight - Theme.lineHeight
            onContentHeightChanged: if (following && column.running) contentY = Math.max(0, contentHeight - height)
            Basic.ScrollBar.vertical: ScrollBar {}

            SelectableText {
                id: edit

                width: scroller.width - Theme.space4
                Component.onCompleted: text = column.lane.text

                TextMark {
                    document: edit.textDocument
                    from: column.lane.differsFrom
                    to: column.lane.differsTo
                    color: Theme.overAccent
                    background: Theme.warning
                }
            }
            FocusRing { control: scroller }
        }
    }

    Connections {
        target: column.lane
        function onAppended(text) { edit.insert(edit.length, text) }
        function onTextReset() {
            edit.text = column.lane.text
            scroller.following = true
            scroller.contentY = 0
        }
    }
}
