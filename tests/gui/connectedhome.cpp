#include "tests/gui/connectedhome.h"

#include "tests/storage/cachefixture.h"

#include <QMenu>

namespace tokenledger::test {

namespace {

QMenu* openMenu(MainWindow& window) {
    QTest::mouseClick(&find<QWidget>(window, "organizationButton"), Qt::LeftButton);
    QMenu* menu = nullptr;
    if (!QTest::qWaitFor([&menu] { return (menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())); }))
        qFatal("no menu");
    return menu;
}

}  // namespace

QByteArray keyOf(const QString& profile) { return "sk-ant-admin01-" + profile.toUtf8() + "-do-not-keep-me"; }

void connectOrganization(GuiHome& home, const QString& profile, const Organization& organization,
                         const QDateTime& syncedAt) {
    const auto writer = valueOf(CacheWriter::open(home.profiles.cachePath(profile)));
    valueOf(writer->storeOrganization(organization, false, answered(syncedAt, Dataset::Organization)));
    const UtcDay yesterday = UtcDay::fromDateTime(syncedAt) - 1;
    CostPageBuilder page;
    page.bucket(yesterday, {{{}, QStringLiteral("Claude Opus 5.5 Usage"), {}, {}, 12'500'000'000}});
    valueOf(writer->storeCost(page.page(), {yesterday, yesterday}, true, answered(syncedAt, Dataset::Cost)));
    home.secrets.entries[profile] = keyOf(profile);
    home.profiles.noteKeyStored(profile, syncedAt);
    home.profiles.setOrganization(profile, organization);
}

QStringList organizationEntries(MainWindow& window) {
    QMenu* menu = openMenu(window);
    QStringList entries;
    for (const QAction* action : menu->actions()) {
        if (!action->isSeparator())
            entries.append((action->isChecked() ? QStringLiteral("✓ ") : QString()) + action->text());
    }
    menu->close();
    return entries;
}

void chooseOrganization(MainWindow& window, const QString& entry) {
    QMenu* menu = openMenu(window);
    for (QAction* action : menu->actions()) {
        if (action->text() == entry || action->objectName() == entry) {
            menu->close();
            action->trigger();
            return;
        }
    }
    qFatal("no entry \"%s\"", qPrintable(entry));
}

}  // namespace tokenledger::test
