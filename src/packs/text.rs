//! How to check a pack, for the auditor: plain text, stock tools.

use super::content::Content;

/// `VERIFY.txt`.
pub(super) fn verify_txt(content: &Content, signer: &str) -> String {
    let name = &content.name;
    format!(
        "How to check this pack
======================

{organisation}
Audit {code}: {title}
As of {when}

Unpack the ZIP, open a terminal in the folder that holds \"{name}\", and use whichever of these you have.

1. Nothing was changed, added or removed (no special software):

   cd \"{name}\"
   sha256sum -c manifest-sha256.txt
   sha256sum -c tagmanifest-sha256.txt

   Every line ends in OK. sha256sum does not notice added files; these do:

2. The pack is a BagIt 1.0 bag (RFC 8493):

   bagit.py --validate \"{name}\"

3. The pack was issued by the workspace's key:

   cd \"{name}\"
   ssh-keygen -Y verify -f data/ledger/allowed_signers -I {signer} -n clausebook-pack \\
       -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

   On Windows: cmd /c \"ssh-keygen -Y verify … < tagmanifest-sha256.txt\" (PowerShell changes line ends).
   Compare the key in data/ledger/allowed_signers with the one you were given by another way, or with the one in
   an earlier pack: a key that comes with the pack proves only that all of it comes from one hand.

4. A person signed a statement (data/approvals, listed in statements.csv and statements_of_applicability.csv):

   cd \"{name}/data/approvals\"
   ssh-keygen -Y verify -f allowed_signers -I ADDRESS -n clausebook-statement -s NAME.txt.sig < NAME.txt

   ADDRESS is what stands behind \"signer\" in the first line of NAME.txt. \"file sha256:\" in it is the hash of the file that
   was approved, as files.csv and sha256sum have it. A text without a .sig beside it is a statement that nobody signed.
   Which days a key was a person's, the entries person.enrolled, person.key_enrolled and person.key_retired say.

5. Everything at once, with Clausebook:

   clausebook pack verify FILE.zip

6. The ledger: data/ledger/entries.jsonl holds, one a line, exactly as hashed, the entries about what is in this
   pack; data/ledger/proofs.txt proves that each is in the ledger that data/ledger/checkpoint was signed for.
   Leaf hash = SHA-256(0x00, line without its line feed); the tree is RFC 6962. Where there is a file
   data/ledger/consistency, it proves that the ledger of the last pack is the beginning of this one. A file
   data/ledger/withheld.txt proves by their leaf hashes alone that further entries are in the ledger; they are not
   shown, since an earlier program wrote paths of somebody's disk into them.

What this proves: the files are those that were filed under these numbers at these times, and the history up to the
checkpoint cannot be changed any more without being noticed, as long as somebody outside keeps this pack.
What it does not prove: entries after the checkpoint, and that an entry was true when it was written.
",
        organisation = content.organisation,
        code = content.audit.code,
        title = content.audit.title,
        when = content.when(),
    )
}
