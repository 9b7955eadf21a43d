import QtQuick
import Canter.Theme
import Canter.Session
import Canter.Sidebar
import Canter.Tuning

/// What is said for a moment over whatever page is shown.
Item {
    id: toasts

    required property Session session
    required property SidebarController sidebar
    required property TuningController tuning
    required property bool tuningShown
    signal tuningWanted()
    signal chatWanted()

    component Said: Toast {
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: Theme.space4 }
    }

    Said {
        id: tuned

        text: toasts.tuning.state === TuningController.Failed
              ? qsTr("Tuning %1 ended early").arg(toasts.tuning.modelName) : toasts.tuning.outcome
        actionText: qsTr("Details")
        onActed: toasts.tuningWanted()
    }
    Said {
        id: removed

        text: (toasts.sidebar.undoesFolder ? qsTr("The folder “%1” is deleted, its chats are not")
                                           : qsTr("“%1” is in the trash")).arg(toasts.sidebar.undoTitle)
        actionText: qsTr("Undo")
        onActed: toasts.sidebar.undo()
    }
    Said {
        id: exported

        property string file

        text: qsTr("Exported to %1").arg(file)
    }
    Said {
        id: imported

        text: toasts.sidebar.imports.text
        actionText: toasts.sidebar.imports.openable ? qsTr("Open the newest") : ""
        onActed: {
            toasts.sidebar.imports.open()
            toasts.chatWanted()
        }
    }
    Said {
        id: notice

        text: toasts.session.notice
        onDismissed: toasts.session.dismissNotice()
    }
    Connections {
        target: toasts.tuning
        function onEnded() { if (!toasts.tuningShown) tuned.show() }
    }
    Connections {
        target: toasts.sidebar
        function onRemoved() { removed.show() }
        function onUndoChanged() { if (!toasts.sidebar.canUndo) removed.shown = false }
        function onExported(file) {
            exported.file = file
            exported.show()
        }
    }
    Connections {
        target: toasts.sidebar.imports
        function onBegun() { imported.show() }
        function onChanged() { if (imported.shown) imported.show() }
        function onEnded() { imported.show() }
    }
    Connections {
        target: toasts.session
        function onNoticeChanged() { if (toasts.session.notice) notice.show() }
    }
}
