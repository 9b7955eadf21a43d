import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Session
import Canter.Compare

/// The same prompt answered plainly and accelerated, as a race; below it what came out, and earlier
/// ones.
Page {
    id: page

    required property CompareController controller
    required property ModelStatus model
    required property Session session
    signal openModelWanted()
    signal tuneWanted()

    readonly property bool wide: width >= 50 * Theme.textSize

    title: qsTr("Compare")
    mostWidth: 1040
    onActiveFocusChanged: if (activeFocus && !controller.running) promptCard.focusField()
    Component.onCompleted: controller.load()

    Label {
        Layout.fillWidth: true
        Layout.topMargin: -Theme.space2
        visible: !page.controller.shownPrompt
        text: qsTr("The same prompt, answered plainly and accelerated. The words stay the same; see how much sooner they are there.")
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.3
        color: Theme.muted
    }
    Banner {
        Layout.fillWidth: true
        visible: page.controller.obstacle !== CompareController.None
        symbol: "info"
        tone: Theme.muted
        text: page.controller.obstacleText

        TextButton {
            visible: page.controller.obstacle === CompareController.NoModel
            text: qsTr("Use the starter model")
            onClicked: page.model.openStarter()
        }
        TextButton {
            visible: page.controller.obstacle === CompareController.NoModel
                     || page.controller.obstacle === CompareController.NoAcceleration
            symbol: "open"
            text: qsTr("Open model…")
            onClicked: page.openModelWanted()
        }
        TextButton {
            visible: page.controller.obstacle === CompareController.NoAdapter
            symbol: "tune"
            text: qsTr("Tune…")
            onClicked: page.tuneWanted()
        }
    }
    PromptCard {
        id: promptCard

        Layout.fillWidth: true
        controller: page.controller
        examples: page.model.examples
        most: page.height * 0.4
    }
    Banner {
        Layout.fillWidth: true
        visible: page.controller.error
        text: page.controller.error

        TextButton {
            text: qsTr("Dismiss")
            onClicked: page.controller.dismissError()
        }
    }
    Banner {
        Layout.fillWidth: true
        visible: page.session.failure
        text: page.session.failure

        TextButton {
            text: qsTr("Dismiss")
            onClicked: page.session.dismissFailure()
        }
    }

    Component {
        id: lanes

        ColumnLayout {
            spacing: Theme.space3

            Label {
                Layout.fillWidth: true
                visible: page.controller.running ? page.controller.set : page.controller.ofSet
                text: page.controller.shownPrompt
                maximumLineCount: 2
                wrapMode: Text.Wrap
                font.weight: Font.Medium
            }
            GridLayout {
                Layout.fillWidth: true
                columns: page.wide ? 2 : 1
                columnSpacing: Theme.space3
                rowSpacing: Theme.space3

                LaneColumn {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    title: qsTr("Plain")
                    lane: page.controller.plain
                    tone: Theme.muted
                    running: page.controller.running
                }
                LaneColumn {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    title: qsTr("Accelerated")
                    lane: page.controller.accelerated
                    tone: Theme.accent
                    running: page.controller.running
                }
            }
        }
    }
    Loader {
        Layout.fillWidth: true
        visible: active
        active: page.controller.shownPrompt && (page.controller.running || !page.controller.ofSet)
        sourceComponent: lanes
    }
    SpeedupBars {
        Layout.fillWidth: true
        visible: page.controller.running && page.controller.pairs.count > 1
        bars: page.controller.bars
    }
    ResultCard {
        Layout.fillWidth: true
        visible: page.controller.hasResult
        controller: page.controller
        wide: page.wide
    }
    Heading {
        visible: page.controller.ofSet
        text: qsTr("Prompts")
    }
    ListView {
        id: prompts

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, 300)
        visible: page.controller.ofSet
        model: page.controller.pairs
        clip: true
        cacheBuffer: 0  // a model that is reset while rows are made ahead makes Qt complain
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        currentIndex: page.controller.chosenPair
        highlightMoveDuration: Theme.motion
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Prompts")
        Keys.onReturnPressed: page.controller.choosePair(currentIndex)
        Keys.onEnterPressed: page.controller.choosePair(currentIndex)
        Keys.onSpacePressed: page.controller.choosePair(currentIndex)
        Basic.ScrollBar.vertical: ScrollBar {}

        delegate: PairRow {
            width: prompts.width
            shown: index === page.controller.chosenPair
            ringed: prompts.activeFocus && ListView.isCurrentItem
            onClicked: page.controller.choosePair(index)
        }
    }
    Loader {
        Layout.fillWidth: true
        visible: active
        active: page.controller.ofSet && !page.controller.running
        sourceComponent: lanes
    }

    component Heading: Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space3
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Heading {
        visible: history.count > 0
        text: qsTr("Earlier comparisons")
    }
    ListView {
        id: history

        function openCurrent() { if (currentItem) page.controller.open(currentItem.comparison) }
        function removeCurrent() { if (currentItem) page.controller.remove(currentItem.comparison) }

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, 420)
        model: page.controller.history
        cacheBuffer: 0
        clip: contentHeight > height
        spacing: 2
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        currentIndex: -1
        highlightMoveDuration: Theme.motion
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Earlier comparisons")
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        Keys.onReturnPressed: openCurrent()
        Keys.onEnterPressed: openCurrent()
        Keys.onSpacePressed: openCurrent()
        Keys.onDeletePressed: removeCurrent()
        Basic.ScrollBar.vertical: ScrollBar {}

        delegate: HistoryRow {
            width: history.width
            ringed: history.activeFocus && ListView.isCurrentItem
            onClicked: page.controller.open(comparison)
            onRemovalWanted: page.controller.remove(comparison)
        }
    }

    Toast {
        id: toast

        property bool removal: false

        parent: page
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.space4 }
        actionText: removal ? qsTr("Undo") : ""
        onActed: page.controller.undoRemoval()
        onDismissed: if (removal) page.controller.settleRemoval()

        function tell(words, removed) {
            text = words
            removal = removed
            show()
        }
    }
    Connections {
        target: page.controller
        function onSaved(text) { toast.tell(text, false) }
        function onUndoChanged() {
            if (page.controller.canUndo) toast.tell(qsTr("The comparison is deleted"), true)
            else if (toast.removal) toast.shown = false
        }
    }
}
