#include "sidebar/search_hits_model.h"

#include <QDateTime>

#include "sidebar/plain_snippet.h"
#include "sidebar/relative_time.h"

namespace canter::ui {
namespace {

/// Styled text with the ranges in bold.
QString marked(const std::string& text, const std::vector<TextRange>& ranges) {
  QString styled;
  std::size_t at = 0;
  const auto part = [&](std::size_t begin, std::size_t end) {
    return QString::fromUtf8(text.data() + begin, qsizetype(end - begin)).toHtmlEscaped();
  };
  for (const TextRange& range : ranges) {
    styled += part(at, range.begin) + QStringLiteral("<b>") + part(range.begin, range.end) +
              QStringLiteral("</b>");
    at = range.end;
  }
  return styled + part(at, text.size());
}

}  // namespace

int SearchHitsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(hits_.size());
}

QVariant SearchHitsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const SearchHit& hit = hits_[std::size_t(index.row())];
  switch (role) {
    case kConversation:
      return qint64(hit.conversation.id);
    case kTitle:
      return marked(hit.conversation.title, hit.title_matches);
    case kSnippet: {
      const Snippet plain = plain_snippet({hit.snippet, hit.snippet_matches});
      return marked(plain.text, plain.matches);
    }
    case kWhen:
      return relative_time(QDateTime::fromMSecsSinceEpoch(hit.conversation.updated),
                           QDateTime::currentDateTime());
    case Qt::DisplayRole:
    case kPlainTitle:
      return QString::fromStdString(hit.conversation.title);
    case kPlainSnippet:
      return QString::fromStdString(plain_snippet({hit.snippet, hit.snippet_matches}).text);
    default:
      return {};
  }
}

QHash<int, QByteArray> SearchHitsModel::roleNames() const {
  return {{kConversation, "conversation"}, {kTitle, "title"},
          {kSnippet, "snippet"},           {kWhen, "when"},
          {kPlainTitle, "plainTitle"},     {kPlainSnippet, "plainSnippet"}};
}

void SearchHitsModel::show(std::vector<SearchHit> hits) {
  beginResetModel();
  hits_ = std::move(hits);
  endResetModel();
  Q_EMIT countChanged();
}

const SearchHit* SearchHitsModel::hit(int row) const {
  return row >= 0 && row < count() ? &hits_[std::size_t(row)] : nullptr;
}

}  // namespace canter::ui
