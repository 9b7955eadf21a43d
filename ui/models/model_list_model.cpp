#include "models/model_list_model.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>

#include "session/place_words.h"
#include "session/size_words.h"

namespace canter::ui {
namespace {

const QString kStarterSource = QStringLiteral("starter");
const QString kSeparator = QStringLiteral(" · ");

QString text_of(const std::string& text) {
  return QString::fromStdString(text);
}

QString details_text(const engine::ModelFacts& facts) {
  QStringList parts;
  if (facts.bytes > 0) parts += size_text(facts.bytes);
  if (!facts.weight_types.empty()) parts += text_of(facts.weight_types);
  if (!facts.architecture.empty()) parts += text_of(facts.architecture);
  if (facts.context > 0)
    parts += ModelListModel::tr("context of %1 tokens").arg(QLocale().toString(facts.context));
  return parts.join(kSeparator);
}

QString notes_text(const engine::ModelFacts& facts) {
  QStringList lines;
  for (const std::string& note : facts.notes) lines += text_of(note);
  return lines.join(QLatin1Char('\n'));
}

QString adapter_text(const engine::ListedModel& model) {
  if (!model.facts.problem.empty() || model.elsewhere) return {};
  if (!model.adapter)
    return model.adapter_beside.empty()
               ? ModelListModel::tr("No adapter yet")
               : ModelListModel::tr("An adapter for it lies beside it, not tried yet");
  if (model.adapter->set_aside)
    return ModelListModel::tr("An adapter was set aside: it was not faster here");
  const QLocale locale;
  QStringList parts;
  if (model.adapter->speedup > 0)
    parts += ModelListModel::tr("%1× here").arg(locale.toString(model.adapter->speedup, 'f', 1));
  if (model.adapter->tokens_per_step > 0)
    parts += ModelListModel::tr("%1 tokens per step")
                 .arg(locale.toString(model.adapter->tokens_per_step, 'f', 1));
  if (parts.isEmpty()) return ModelListModel::tr("Adapter: comes with the model");
  return ModelListModel::tr("Adapter: %1").arg(parts.join(kSeparator));
}

}  // namespace

QString path_of(const ModelCard& card) {
  return text_of(card.listed.path);
}

ModelListModel::ModelListModel(QObject* parent) : QAbstractListModel(parent) {}

int ModelListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(cards_.size());
}

QVariant ModelListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
    return {};
  const ModelCard& card = cards_[std::size_t(index.row())];
  const engine::ListedModel& model = card.listed;
  switch (role) {
    case kPath:
      return path_of(card);
    case Qt::DisplayRole:
    case kName:
      return model.starter ? tr("Starter model") : text_of(model.facts.name);
    case kDetails:
      return model.elsewhere ? place_text(*model.elsewhere) : details_text(model.facts);
    case kMemory:
      return memory_text(card);
    case kMemoryShort:
      return memory_short(card);
    case kStarter:
      return model.starter;
    case kAdapter:
      return adapter_text(model);
    case kAdapterBeside:
      return model.facts.problem.empty() ? text_of(model.adapter_beside) : QString();
    case kProblem:
      return model.facts.problem.empty() && is(card, source_) ? failure_
                                                              : text_of(model.facts.problem);
    case kNotes:
      return notes_text(model.facts);
    case kHost:
      return model.elsewhere ? text_of(model.elsewhere->host) : QString();
    case kUse:
      return use(card);
    case kRemovable:
      return model.id && !model.starter && use(card) == Idle;
    case kProgram:
      return card.program;
    case kFirstOfProgram:
      return index.row() == 0 || cards_[std::size_t(index.row() - 1)].program != card.program;
    default:
      return {};
  }
}

QHash<int, QByteArray> ModelListModel::roleNames() const {
  return {{kPath, "path"},
          {kName, "name"},
          {kDetails, "details"},
          {kMemory, "memory"},
          {kMemoryShort, "memoryShort"},
          {kStarter, "starter"},
          {kAdapter, "adapter"},
          {kAdapterBeside, "adapterBeside"},
          {kProblem, "problem"},
          {kNotes, "notes"},
          {kHost, "host"},
          {kUse, "use"},
          {kRemovable, "removable"},
          {kProgram, "program"},
          {kFirstOfProgram, "firstOfProgram"}};
}

void ModelListModel::show(const std::vector<ModelCard>& cards) {
  const auto before = cards_.size();
  const auto same = [](const ModelCard& card) {
    return [&card](const ModelCard& other) { return other.listed.path == card.listed.path; };
  };
  for (int row = int(cards_.size()) - 1; row >= 0; --row) {
    if (std::any_of(cards.begin(), cards.end(), same(cards_[std::size_t(row)]))) continue;
    beginRemoveRows({}, row, row);
    cards_.erase(cards_.begin() + row);
    endRemoveRows();
  }
  for (int row = 0; row < int(cards.size()); ++row) {
    const ModelCard& card = cards[std::size_t(row)];
    const auto found = std::find_if(cards_.begin() + row, cards_.end(), same(card));
    const int old = int(found - cards_.begin());
    if (found == cards_.end()) {
      beginInsertRows({}, row, row);
      cards_.insert(cards_.begin() + row, card);
      endInsertRows();
    } else if (old != row) {
      beginMoveRows({}, old, old, {}, row);
      std::rotate(cards_.begin() + row, cards_.begin() + old, cards_.begin() + old + 1);
      endMoveRows();
    }
    cards_[std::size_t(row)] = card;
  }
  all_changed();
  if (cards_.size() != before) Q_EMIT countChanged();
}

void ModelListModel::set_free_memory(quint64 bytes) {
  free_memory_ = bytes;
  all_changed();
}

void ModelListModel::set_use(const QString& source, Use use, const QString& failure) {
  if (source == source_ && use == use_ && failure == failure_) return;
  source_ = source;
  use_ = use;
  failure_ = failure;
  all_changed();
}

const ModelCard* ModelListModel::card(const QString& path) const {
  const auto found = std::find_if(cards_.begin(), cards_.end(),
                                  [&](const ModelCard& each) { return path_of(each) == path; });
  return found == cards_.end() ? nullptr : &*found;
}

bool ModelListModel::is(const ModelCard& card, const QString& source) const {
  return !source.isEmpty() &&
         (path_of(card) == source || (card.listed.starter && source == kStarterSource));
}

bool ModelListModel::memory_short(const ModelCard& card) const {
  return free_memory_ > 0 && card.listed.facts.memory > free_memory_ && use(card) != InUse;
}

QString ModelListModel::memory_text(const ModelCard& card) const {
  const quint64 needed = card.listed.facts.memory;
  if (needed == 0) return {};
  if (memory_short(card))
    return tr("Needs %1 of memory, and %2 is free").arg(size_text(needed), size_text(free_memory_));
  return tr("Needs %1 of memory").arg(size_text(needed));
}

void ModelListModel::all_changed() {
  if (!cards_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

}  // namespace canter::ui
