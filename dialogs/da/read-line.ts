/** The line of what was read, and the forms that correct its parts. */
export const readLine = {
  correctCompany: 'Ret virksomhed',
  correctMunicipality: 'Ret kommune',
  correctStage: 'Ret fase',
  correctNeeds: 'Ret behov',
  correctContact: 'Ret kontakt',
  addNeeds: 'Tilføj behov',
  addContact: 'Tilføj kontakt',
  /** The label of the one field that names a company. */
  companyOrNumber: 'Navn eller CVR-nummer',
};
