#include "ui/pagelist.h"

#include <QCoreApplication>

namespace tokenledger {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Pages", text); }

}  // namespace

const std::vector<PageInfo>& pageList() {
    // Numbers belong to pages for good: those that are still to come keep theirs free.
    static const std::vector<PageInfo> pages{
        {PageId::Overview, QStringLiteral("Overview"), QStringLiteral("overview"), tr("Overview"), tr("&Overview"),
         QKeySequence(Qt::CTRL | Qt::Key_1)},
        {PageId::Cost, QStringLiteral("Cost"), QStringLiteral("cost"), tr("Cost"), tr("&Cost"),
         QKeySequence(Qt::CTRL | Qt::Key_2)},
        {PageId::Organization, QStringLiteral("Organization"), QStringLiteral("organization"), tr("Organization"),
         tr("Or&ganization"), QKeySequence(Qt::CTRL | Qt::Key_6)},
        {PageId::DataHealth, QStringLiteral("DataHealth"), QStringLiteral("health"), tr("Data health"),
         tr("&Data health"), QKeySequence(Qt::CTRL | Qt::Key_9)},
    };
    return pages;
}

}  // namespace tokenledger
