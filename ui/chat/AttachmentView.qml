import QtQuick
import Canter.Theme
import Canter.Blocks

/// A file of a message, folded until it is clicked.
Column {
    id: view

    required property string name
    required property string details
    property var open  ///< gives its text as a BlockListModel
    property bool unfolded: false
    readonly property real wanted: unfolded ? Infinity : button.implicitWidth
    signal folded()
    signal linkWanted(string link)

    FoldButton {
        id: button

        width: Math.min(implicitWidth, view.width)
        text: qsTr("%1 · %2").arg(view.name).arg(view.details)
        Accessible.description: unfolded ? qsTr("Hides what is in the file") : qsTr("Shows what is in the file")
        unfolded: view.unfolded
        onClicked: {
            view.folded()
            view.unfolded = !view.unfolded
        }
    }
    Loader {
        width: parent.width
        active: view.unfolded
        visible: active
        sourceComponent: BlockView {
            model: view.open()
            onLinkWanted: link => view.linkWanted(link)
            onFolded: view.folded()
        }
    }
}
