#include "downloads/hub_list_model.h"

#include <QLocale>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

#include "session/size_words.h"

namespace canter::ui {
namespace {

const QString kSeparator = QStringLiteral(" · ");

QString text_of(const std::string& text) {
  return QString::fromStdString(text);
}

QString facts_text(const HubModel& model) {
  QStringList parts;
  if (!model.family.empty()) parts += text_of(model.family);
  parts += model.licence.empty() ? HubListModel::tr("licence not said") : text_of(model.licence);
  if (model.downloads > 0)
    parts += HubListModel::tr("downloaded %1 times").arg(QLocale().toString(model.downloads));
  return parts.join(kSeparator);
}

QVariantList sizes_of(const engine::HubOffer& offer) {
  QVariantList sizes;
  for (const engine::HubOffer::Size& size : offer.sizes) {
    const GgufChoice& choice = size.choice;
    const QString file = text_of(choice.file());
    const QString format =
        choice.quantisation.empty() ? file.section(u'/', -1) : text_of(choice.quantisation);
    const QString title = text_of(offer.model.repo).section(u'/', -1) + u' ' + format;
    QStringList notes;
    if (choice.parts.size() > 1) notes += HubListModel::tr("%1 files").arg(choice.parts.size());
    if (size.fits == false) notes += HubListModel::tr("does not fit in memory");
    sizes += QVariantMap{
        {QStringLiteral("source"), QStringLiteral("hf:%1:%2").arg(text_of(offer.model.repo), file)},
        {QStringLiteral("title"), title},
        {QStringLiteral("format"), format},
        {QStringLiteral("size"), choice.bytes() > 0 ? size_text(choice.bytes()) : QString()},
        {QStringLiteral("note"), notes.join(kSeparator)},
        {QStringLiteral("short"), size.fits == false}};
  }
  return sizes;
}

}  // namespace

HubListModel::HubListModel(QObject* parent)
    : CardListModel({{kRepo, "repo"},
                     {kFacts, "facts"},
                     {kProblem, "problem"},
                     {kGated, "gated"},
                     {kSizes, "sizes"}},
                    parent) {}

QVariant HubListModel::value(int row, int role) const {
  const engine::HubOffer& offer = offers_[std::size_t(row)];
  switch (role) {
    case Qt::DisplayRole:
    case kRepo:
      return text_of(offer.model.repo);
    case kFacts:
      return facts_text(offer.model);
    case kProblem:
      if (offer.runs == false)
        return tr("Canter does not run models of the family %1").arg(text_of(offer.model.family));
      return {};
    case kGated:
      return offer.model.gated;
    case kSizes:
      return sizes_of(offer);
    default:
      return {};
  }
}

void HubListModel::clear() {
  if (offers_.empty()) return;
  beginResetModel();
  offers_.clear();
  endResetModel();
}

void HubListModel::add(const engine::HubOffer& offer) {
  const int row = rowCount();
  beginInsertRows({}, row, row);
  offers_.push_back(offer);
  endInsertRows();
}

}  // namespace canter::ui
