import QtQuick
import QtQuick.Layouts
import QtCharts
import Canter.Theme
import Canter.Compare

/// Tokens over time, the gap between both shaded; or how long each token took.
Item {
    id: plot

    required property CompareController controller
    property bool latencies: false

    function refresh() {
        controller.draw(plain, accelerated, upper, lower)
        controller.drawLatencies(plainLatency, acceleratedLatency)
    }

    Component.onCompleted: refresh()
    Connections {
        target: plot.controller
        function onResultChanged() { plot.refresh() }
    }

    Flow {
        id: choices

        anchors { left: parent.left; right: parent.right }
        spacing: Theme.space2

        Choice {
            text: qsTr("Tokens over time")
            checked: !plot.latencies
            onClicked: plot.latencies = false
        }
        Choice {
            text: qsTr("Time per token")
            checked: plot.latencies
            onClicked: plot.latencies = true
        }
    }

    component Plot: ChartView {
        anchors { fill: parent; topMargin: choices.height; margins: -12 }
        antialiasing: true
        animationOptions: ChartView.NoAnimation
        backgroundColor: "transparent"
        plotAreaColor: "transparent"
        legend.visible: false
        margins { left: 0; right: 0; top: 0; bottom: 0 }
        Accessible.role: Accessible.Graphic
    }
    component Axis: ValuesAxis {
        min: 0
        tickType: ValuesAxis.TicksDynamic
        tickAnchor: 0
        tickInterval: plot.controller.axisStep(max)
        labelsFont.pixelSize: Theme.figureSize
        labelsColor: Theme.muted
        gridLineColor: Theme.border
        color: Theme.border
    }

    Plot {
        visible: !plot.latencies
        Accessible.name: qsTr("Tokens over time")

        Axis {
            id: seconds

            max: Math.max(0.01, plot.controller.mostSeconds)
            labelFormat: max < 10 ? "%.1f s" : "%.0f s"
        }
        Axis {
            id: tokens

            max: Math.max(1, plot.controller.mostTokens)
            labelFormat: "%.0f"
        }
        AreaSeries {
            axisX: seconds
            axisY: tokens
            color: Theme.accentSoft
            borderColor: "transparent"
            borderWidth: 0
            upperSeries: LineSeries { id: upper }
            lowerSeries: LineSeries { id: lower }
        }
        LineSeries {
            id: plain

            axisX: seconds
            axisY: tokens
            color: Theme.muted
            width: 2
        }
        LineSeries {
            id: accelerated

            axisX: seconds
            axisY: tokens
            color: Theme.accent
            width: 2
        }
    }
    Plot {
        visible: plot.latencies
        Accessible.name: qsTr("Time per token")

        Axis {
            id: number

            min: 1
            max: Math.max(2, plot.controller.mostTokens)
            labelFormat: "%.0f"
        }
        Axis {
            id: milliseconds

            max: Math.max(1, plot.controller.mostLatency)
            labelFormat: max < 10 ? "%.1f ms" : "%.0f ms"
        }
        LineSeries {
            id: plainLatency

            axisX: number
            axisY: milliseconds
            color: Theme.muted
            width: 1.5
        }
        LineSeries {
            id: acceleratedLatency

            axisX: number
            axisY: milliseconds
            color: Theme.accent
            width: 1.5
        }
    }
}
