#include "ui/models/synclogmodel.h"

#include "charts/format.h"
#include "ui/models/displaytablemodel.h"
#include "ui/models/requesttexts.h"

#include <array>

namespace tokenledger {

namespace {

constexpr int Columns = 8;

bool isNumber(LogColumn column) {
    return column == LogColumn::Rows || column == LogColumn::Retries || column == LogColumn::Duration;
}

QString titleOf(LogColumn column) {
    switch (column) {
        case LogColumn::Time:
            return SyncLogModel::tr("Time");
        case LogColumn::Dataset:
            return SyncLogModel::tr("Dataset");
        case LogColumn::Request:
            return SyncLogModel::tr("What");
        case LogColumn::Status:
            return SyncLogModel::tr("Status");
        case LogColumn::Rows:
            return SyncLogModel::tr("Rows");
        case LogColumn::Retries:
            return SyncLogModel::tr("Retries");
        case LogColumn::Duration:
            return SyncLogModel::tr("Took");
        case LogColumn::RequestId:
            break;
    }
    return SyncLogModel::tr("Request id");
}

QString textOf(const RequestLogEntry& entry, LogColumn column) {
    switch (column) {
        case LogColumn::Time:
            return logTime(entry.at);
        case LogColumn::Dataset:
            return datasetName(entry.dataset);
        case LogColumn::Request:
            return requestTitle(entry);
        case LogColumn::Status:
            return statusTitle(entry);
        case LogColumn::Rows:
            return formatCount(entry.rows);
        case LogColumn::Retries:
            return formatCount(entry.retries);
        case LogColumn::Duration:
            return durationText(entry.durationMs);
        case LogColumn::RequestId:
            break;
    }
    return entry.requestId.isEmpty() ? QStringLiteral("–") : entry.requestId;
}

/// What the cell leaves out.
QString exactOf(const RequestLogEntry& entry, LogColumn column) {
    switch (column) {
        case LogColumn::Time:
            return toRfc3339(entry.at);
        case LogColumn::Request:
            return entry.request;
        case LogColumn::Status:
            return entry.outcome;
        case LogColumn::Duration:
            return SyncLogModel::tr("%1 ms").arg(formatCount(entry.durationMs));
        case LogColumn::RequestId:
            return entry.requestId;
        default:
            return {};
    }
}

}  // namespace

SyncLogModel::SyncLogModel(QObject* parent) : QAbstractTableModel(parent) {}

void SyncLogModel::setLog(std::shared_ptr<const SyncLog> log) {
    const bool newestFirst = m_log && log && m_log->order == log->order && log->order == LogOrder();
    const std::size_t before = m_log ? m_log->shown.size() : 0;
    const std::size_t now = log ? log->shown.size() : 0;
    if (newestFirst && now >= before) {
        // New entries appear on top; selection and place stay.
        if (now > before) beginInsertRows({}, 0, static_cast<int>(now - before) - 1);
        m_log = std::move(log);
        if (now > before) endInsertRows();
        return;
    }
    beginResetModel();
    m_log = std::move(log);
    endResetModel();
}

int SyncLogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_log ? 0 : static_cast<int>(m_log->shown.size());
}

int SyncLogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Columns; }

QVariant SyncLogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_log) return {};
    const RequestLogEntry& entry = m_log->shownEntry(static_cast<std::size_t>(index.row()));
    const auto column = static_cast<LogColumn>(index.column());
    switch (role) {
        case Qt::DisplayRole:
            return textOf(entry, column);
        case Qt::ToolTipRole:
            return exactOf(entry, column);
        case Qt::AccessibleTextRole:
            return QString(titleOf(column) + QLatin1Char(' ') + textOf(entry, column));
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                       (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
        case DisplayTableModel::RowKindRole:
            return static_cast<int>(DisplayRow::Kind::Normal);
        case DisplayTableModel::CellKindRole:
            return static_cast<int>(column == LogColumn::Status      ? CellKind::Pill
                                    : column == LogColumn::RequestId ? CellKind::Code
                                                                     : CellKind::Text);
        case DisplayTableModel::GoodRole:
            return !isFailure(entry);
        default:
            return {};
    }
}

QVariant SyncLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns) return {};
    const auto column = static_cast<LogColumn>(section);
    if (role == Qt::DisplayRole) return titleOf(column);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

void SyncLogModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= Columns) {
        emit orderWanted(LogColumn::Time, true);
    } else {
        emit orderWanted(static_cast<LogColumn>(column), order == Qt::DescendingOrder);
    }
}

QString SyncLogModel::columnKey(LogColumn column) {
    switch (column) {
        case LogColumn::Time:
            return QStringLiteral("when");
        case LogColumn::Dataset:
            return QStringLiteral("dataset");
        case LogColumn::Request:
            return QStringLiteral("request");
        case LogColumn::Status:
            return QStringLiteral("status");
        case LogColumn::Rows:
            return QStringLiteral("rows");
        case LogColumn::Retries:
            return QStringLiteral("retries");
        case LogColumn::Duration:
            return QStringLiteral("duration_ms");
        case LogColumn::RequestId:
            break;
    }
    return QStringLiteral("request_id");
}

QString SyncLogModel::plainHeader(const std::vector<LogColumn>& columns) {
    QStringList names;
    for (const LogColumn column : columns) {
        names.append(columnKey(column));
        if (column == LogColumn::Status) names.append(QStringLiteral("outcome"));
    }
    return names.join(QLatin1Char('\t'));
}

QString SyncLogModel::plainRow(const RequestLogEntry& entry, const std::vector<LogColumn>& columns) {
    QStringList cells;
    for (const LogColumn column : columns) {
        switch (column) {
            case LogColumn::Time:
                cells.append(toRfc3339(entry.at));
                break;
            case LogColumn::Dataset:
                cells.append(datasetName(entry.dataset));
                break;
            case LogColumn::Request:
                cells.append(entry.request.simplified());  // a tab or a line break would make cells of it
                break;
            case LogColumn::Status:
                cells.append(entry.httpStatus != 0 ? QString::number(entry.httpStatus) : QString());
                cells.append(entry.outcome.simplified());
                break;
            case LogColumn::Rows:
                cells.append(QString::number(entry.rows));
                break;
            case LogColumn::Retries:
                cells.append(QString::number(entry.retries));
                break;
            case LogColumn::Duration:
                cells.append(QString::number(entry.durationMs));
                break;
            case LogColumn::RequestId:
                cells.append(entry.requestId);
                break;
        }
    }
    return cells.join(QLatin1Char('\t'));
}

bool SyncLogModel::matches(const RequestLogEntry& entry, LogColumn column, const FindText& text) {
    return text.isIn(textOf(entry, column)) || text.isIn(exactOf(entry, column));
}

}  // namespace tokenledger
