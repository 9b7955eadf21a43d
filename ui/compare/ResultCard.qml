import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Compare

/// What came out; also what a saved picture shows.
ColumnLayout {
    id: result

    required property CompareController controller
    property bool wide: true

    spacing: Theme.space2

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        spacing: Theme.space1

        Label {
            Layout.fillWidth: true
            text: qsTr("Result")
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        TextButton {
            quiet: true
            symbol: "export"
            text: qsTr("CSV")
            Accessible.description: qsTr("Save the figures as a table")
            onClicked: result.controller.save(CompareController.Csv)
        }
        TextButton {
            quiet: true
            symbol: "export"
            text: qsTr("JSON")
            Accessible.description: qsTr("Save everything, with the time of each token")
            onClicked: result.controller.save(CompareController.Json)
        }
        TextButton {
            quiet: true
            symbol: "export"
            text: qsTr("PNG")
            Accessible.description: qsTr("Save a picture of the result")
            onClicked: result.controller.save(CompareController.Picture)
        }
    }
    Rectangle {
        id: card

        Layout.fillWidth: true
        implicitHeight: column.implicitHeight + 2 * Theme.space5
        radius: Theme.cardRadius
        color: Theme.surface
        border.color: Theme.border

        ColumnLayout {
            id: column

            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space5 }
            spacing: Theme.space4

            Label {
                Layout.fillWidth: true
                text: result.controller.title
                maximumLineCount: 3
                wrapMode: Text.Wrap
                font.weight: Font.Medium
            }
            GridLayout {
                Layout.fillWidth: true
                columns: result.wide ? 2 : 1
                columnSpacing: Theme.space6
                rowSpacing: Theme.space4

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.space3

                    Rectangle {
                        implicitWidth: badge.implicitWidth + 2 * Theme.space3
                        implicitHeight: badge.implicitHeight + Theme.space2
                        radius: height / 2
                        color: "transparent"
                        border.color: result.controller.identical ? Theme.success : Theme.warning
                        Accessible.role: Accessible.StaticText
                        Accessible.name: result.controller.badge

                        RowLayout {
                            id: badge

                            anchors.centerIn: parent
                            spacing: Theme.space2

                            Icon {
                                name: result.controller.identical ? "check" : "alert"
                                size: 16
                                color: result.controller.identical ? Theme.success : Theme.warning
                            }
                            Label {
                                text: result.controller.badge
                                font.weight: Font.Medium
                                color: result.controller.identical ? Theme.success : Theme.warning
                                Accessible.ignored: true
                            }
                        }
                    }
                    RowLayout {
                        spacing: Theme.space3
                        Accessible.role: Accessible.StaticText
                        Accessible.name: result.controller.speedup + " " + result.controller.speedupText

                        Label {
                            text: result.controller.speedup
                            font.pixelSize: 2.4 * Theme.headingSize
                            font.weight: Font.DemiBold
                            color: result.controller.faster ? Theme.accent : Theme.text
                            Accessible.ignored: true
                        }
                        Label {
                            Layout.fillWidth: true
                            Layout.alignment: Qt.AlignBottom
                            Layout.bottomMargin: Theme.space2
                            text: result.controller.speedupText
                            wrapMode: Text.Wrap
                            elide: Text.ElideNone
                            lineHeight: 1.2
                            color: Theme.muted
                            Accessible.ignored: true
                        }
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: text
                        text: result.controller.caution
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                        lineHeight: 1.3
                        color: Theme.muted
                    }
                    FiguresTable {
                        Layout.fillWidth: true
                        figures: result.controller.figures
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: text
                        text: result.controller.drafting
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                        lineHeight: 1.3
                        font.pixelSize: Theme.figureSize
                        color: Theme.muted
                    }
                }
                // Charts take their time to load, which the first frame need not wait for.
                Loader {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.minimumHeight: 260
                    visible: active
                    active: result.controller.hasResult && !result.controller.ofSet
                    onActiveChanged: if (active) setSource("qrc:/qt/qml/Canter/Compare/RaceChart.qml", { controller: result.controller })
                    Component.onCompleted: if (active) setSource("qrc:/qt/qml/Canter/Compare/RaceChart.qml", { controller: result.controller })
                }
                SpeedupBars {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    visible: result.controller.ofSet
                    bars: result.controller.bars
                    barHeight: 200
                }
            }
            Label {
                Layout.fillWidth: true
                text: result.controller.conditions
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.3
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
            Label {
                Layout.fillWidth: true
                Layout.topMargin: -Theme.space3
                text: qsTr("Measured one after the other, so that neither slowed the other. Both read the prompt from its first word.")
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.3
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
        }
    }

    Connections {
        target: result.controller
        function onPictureWanted(file) {
            const begun = card.grabToImage(
                picture => result.controller.noteSaved(picture.saveToFile(file), file),
                Qt.size(2 * card.width, 2 * card.height))
            if (!begun) result.controller.noteSaved(false, file)
        }
    }
}
