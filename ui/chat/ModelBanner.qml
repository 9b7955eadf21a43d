import QtQuick
import Canter.Theme
import Canter.Session

/// A model could not be opened: why, and what can be done.
Banner {
    id: banner

    required property ModelStatus model
    signal openModelWanted()

    text: model.error

    TextButton {
        text: qsTr("Try again")
        onClicked: banner.model.retry()
    }
    TextButton {
        text: qsTr("Open another model…")
        onClicked: banner.openModelWanted()
    }
    TextButton {
        visible: banner.model.state === ModelStatus.Ready
        text: qsTr("Dismiss")
        onClicked: banner.model.forgetError()
    }
    TextButton {
        visible: banner.model.state !== ModelStatus.Ready
        text: qsTr("Use the starter model")
        onClicked: banner.model.openStarter()
    }
}
