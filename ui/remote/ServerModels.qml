import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Remote

/// The models of a server, one of which is chosen.
ColumnLayout {
    id: chooser

    required property RemoteController remote

    spacing: Theme.space2

    LineField {
        Layout.fillWidth: true
        visible: chooser.remote.models.many
        placeholderText: qsTr("Look for a model")
        Accessible.name: placeholderText
        onTextEdited: chooser.remote.models.lookFor(text)
    }
    ListView {
        id: list

        readonly property real rowHeight: Theme.smallControlHeight

        Layout.fillWidth: true
        implicitHeight: Math.min(6, Math.max(1, count)) * rowHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: chooser.remote.models
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Models at this address")
        Basic.ScrollBar.vertical: ScrollBar {}

        delegate: Basic.AbstractButton {
            id: row

            required property string name
            readonly property bool chosen: chooser.remote.chosen === name

            width: list.width
            height: list.rowHeight
            leftPadding: Theme.space2
            rightPadding: Theme.space3
            hoverEnabled: true
            focusPolicy: Qt.TabFocus
            text: name
            Accessible.role: Accessible.RadioButton
            Accessible.name: name
            Accessible.checkable: true
            Accessible.checked: chosen
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()
            onClicked: chooser.remote.chosen = name

            contentItem: RowLayout {
                spacing: Theme.space2

                Icon {
                    opacity: row.chosen ? 1 : 0
                    name: "check"
                    size: 16
                    color: Theme.accent
                }
                Label {
                    Layout.fillWidth: true
                    text: row.name
                    elide: Text.ElideMiddle
                    Accessible.ignored: true
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: row.chosen ? Theme.accentSoft
                                  : row.hovered || row.down ? Theme.raised : "transparent"

                FocusRing { control: row; radius: parent.radius }
            }
        }
    }
}
