#include "support/stage_comparisons.h"

#include <QTimer>

#include "compare/compare_controller.h"
#include "support/canned_comparisons.h"

namespace canter::ui {

void prepare_comparisons(const QString& scenario, FakeEngine::Script& script) {
  script.acceleration = {.available = true,
                         .active = true,
                         .adapter = true,
                         .speedup = 2.3,
                         .answers = 12,
                         .reason = {}};
  script.comparisons.kept = {
      canned_comparison(5, "Find me somewhere to eat in Seattle.", 212, 2.3),
      canned_set(4, 25),
      canned_comparison(3,
                        "Write a letter to the landlord about the dripping tap in the kitchen, "
                        "polite but firm, and mention that it is the third time I ask.",
                        120, 1.4, true),
      canned_comparison(2, "去波士顿的火车", 60, 1.8),
      canned_comparison(1, "What does acceleration do?", 90, 0.93),
  };
  if (scenario == QLatin1String("compare-empty")) script.comparisons.kept.clear();
  if (scenario == QLatin1String("compare-no-adapter")) {
    script.acceleration.adapter = false;
    script.acceleration.reason = engine::kNoAdapter;
  }
  if (scenario == QLatin1String("compare-no-model")) script.model_error = "starter is missing";
  if (scenario == QLatin1String("compare-running"))
    script.comparisons.next = canned_comparison(9, "Find me somewhere to eat in Seattle.", 90, 2.3);
  if (scenario == QLatin1String("compare-set-running")) script.comparisons.pace = 8;
}

void stage_comparisons(const QString& scenario, QQuickWindow& window) {
  auto* controller = window.property("compare").value<CompareController*>();
  window.setProperty("page", QStringLiteral("compare"));
  if (scenario == QLatin1String("compare-running") ||
      scenario == QLatin1String("compare-set-running")) {
    controller->setProperty("prompt", QStringLiteral("Find me somewhere to eat in Seattle."));
    controller->setProperty("set", scenario == QLatin1String("compare-set-running"));
    QTimer::singleShot(100, controller, &CompareController::run);
  }
  if (scenario == QLatin1String("compare-done")) controller->open(5);
  if (scenario == QLatin1String("compare-different")) controller->open(3);
  if (scenario == QLatin1String("compare-slower")) controller->open(1);
  if (scenario == QLatin1String("compare-set")) {
    controller->setProperty("set", true);
    controller->open(4);
  }
}

}  // namespace canter::ui
