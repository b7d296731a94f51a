// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/access/AccountCheck.h"

namespace deskwarden::management {

core::Result<AccessAccount> readAccount(DirectoryConnection& directory, const AccountName& name,
                                        const CallContext& context)
{
    const auto answers = directory.lookUp({name}, context);
    if (!answers)
        return core::failure(answers.error());
    if (answers->size() != 1 || answers->front().acquaintance != Acquaintance::Known)
        return core::failure(core::ErrorKind::Fault, core::DirectoryProblem::AccountUnknown);
    const Person& person = answers->front().person;
    AccessAccount account{person.isDisabled, person.isLocked, person.isExpired, person.isPasswordExpired, {}};
    account.sids = directory.sidsOf(name, context);
    return account;
}

core::Result<AccessAccount> readAccount(const core::Result<DirectoryConnector>& connector, const AccountName& name,
                                        const CallContext& context)
{
    if (!connector)
        return core::failure(connector.error());
    const auto directory = (*connector)();
    if (!directory)
        return core::failure(directory.error());
    return readAccount(**directory, name, context);
}

} // namespace deskwarden::management
