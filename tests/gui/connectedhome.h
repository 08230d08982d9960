// Organizations that were connected before: a key in the keychain and a small cache, without a server.
#pragma once

#include "tests/gui/guifixture.h"

namespace tokenledger::test {

/// One day of cost, $12.50 on the day before `syncedAt`, and the key "sk-ant-admin01-<profile>-do-not-keep-me".
void connectOrganization(GuiHome& home, const QString& profile, const Organization& organization,
                         const QDateTime& syncedAt);
[[nodiscard]] QByteArray keyOf(const QString& profile);

/// Opens the organization menu and gives its entries' texts, a check mark before the checked one.
[[nodiscard]] QStringList organizationEntries(MainWindow& window);
/// Opens the organization menu and triggers the entry of this text or object name.
void chooseOrganization(MainWindow& window, const QString& entry);

}  // namespace tokenledger::test
