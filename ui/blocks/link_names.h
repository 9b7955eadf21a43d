#pragma once

#include <QByteArray>

namespace canter::ui {

/// Is there a line like `[name]: address`, which gives links anywhere in the text their address? It
/// may stand in a quote or a list.
bool defines_reference(const QByteArray& text);

}  // namespace canter::ui
