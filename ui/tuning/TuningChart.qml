import QtQuick
import QtQuick.Layouts
import QtCharts
import Canter.Theme
import Canter.Tuning

/// The loss and, on prompts that nothing is learned from, the tokens per step.
Item {
    id: plot

    required property TuningController tuning

    function refresh() { tuning.show(loss, tokens) }

    Component.onCompleted: refresh()
    Connections {
        target: plot.tuning
        function onPointsChanged() { plot.refresh() }
    }

    RowLayout {
        id: legend

        anchors { left: parent.left; right: parent.right }
        spacing: Theme.space2

        Rectangle { implicitWidth: 14; implicitHeight: 2; color: Theme.muted }
        Label {
            text: qsTr("Loss")
            font.pixelSize: Theme.figureSize
            color: Theme.muted
        }
        Item { Layout.fillWidth: true }
        Rectangle { implicitWidth: 14; implicitHeight: 2; color: Theme.accent }
        Label {
            text: plot.tuning.tokensText || qsTr("Tokens per step")
            font.pixelSize: Theme.figureSize
            color: Theme.muted
        }
    }
    ChartView {
        anchors { fill: parent; topMargin: legend.height - 4; leftMargin: -12; rightMargin: -12; bottomMargin: -12 }
        antialiasing: true
        animationOptions: ChartView.NoAnimation
        backgroundColor: "transparent"
        plotAreaColor: "transparent"
        legend.visible: false
        margins { left: 0; right: 0; top: 0; bottom: 0 }
        Accessible.role: Accessible.Graphic
        Accessible.name: plot.tuning.tokensText || qsTr("Loss and tokens per step")

        ValuesAxis {
            id: percent

            min: 0
            max: 100
            tickCount: 5
            labelFormat: "%d %"
            labelsFont.pixelSize: Theme.figureSize
            labelsColor: Theme.muted
            gridLineColor: Theme.border
            color: Theme.border
        }
        ValuesAxis {
            id: lossAxis

            min: 0
            max: Math.max(1, Math.ceil(plot.tuning.mostLoss))
            tickCount: 3
            labelFormat: "%.1f"
            labelsFont.pixelSize: Theme.figureSize
            labelsColor: Theme.muted
            gridLineColor: Theme.border
            color: Theme.border
        }
        ValuesAxis {
            id: tokensAxis

            min: 1
            max: Math.max(2, Math.ceil(plot.tuning.mostTokens))
            tickCount: 3
            labelFormat: "%.1f"
            labelsFont.pixelSize: Theme.figureSize
            labelsColor: Theme.accent
            gridVisible: false
            color: Theme.border
        }
        LineSeries {
            id: loss

            axisX: percent
            axisY: lossAxis
            color: Theme.muted
            width: 1.5
        }
        LineSeries {
            id: tokens

            axisX: percent
            axisYRight: tokensAxis
            color: Theme.accent
            width: 2
            pointsVisible: true
        }
    }
}
