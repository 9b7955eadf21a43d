import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// One setting: its name, what to choose from, and what it does.
ColumnLayout {
    id: row

    property string text
    property string explanation
    property string note  ///< what keeps the choice from being so now
    default property alias choices: flow.data

    component Words: Label {
        Layout.fillWidth: true
        visible: text
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }

    Layout.fillWidth: true
    spacing: Theme.space2

    Label {
        Layout.fillWidth: true
        text: row.text
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Flow {
        id: flow

        Layout.fillWidth: true
        spacing: Theme.space2
        Accessible.role: Accessible.Grouping
        Accessible.name: row.text
        Accessible.description: row.explanation
    }
    Words { text: row.explanation }
    Words {
        text: row.note
        color: Theme.warning
    }
}
