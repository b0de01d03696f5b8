import { Controller } from '@nestjs/common';
import { EditProfile as EditProfileEndpoint, ShowProfile, type ResponseOf } from '@tiwizi/contracts';
import { actorOf, CallerParam, Input, requireMember, Route, type Caller, type InputOf } from '@tiwizi/http';
import { EditProfile } from '../use-cases/edit-profile.js';
import { ShowProfileQuery } from '../use-cases/show-profile.query.js';

@Controller()
export class WorkspaceProfileController {
  constructor(
    private readonly profile: ShowProfileQuery,
    private readonly edit: EditProfile,
  ) {}

  @Route(ShowProfile)
  show(
    @Input() { params }: InputOf<typeof ShowProfile>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof ShowProfile>> {
    requireMember(caller, params.coopId);
    return this.profile.execute(params.coopId);
  }

  @Route(EditProfileEndpoint)
  async change(
    @Input() { params, body }: InputOf<typeof EditProfileEndpoint>,
    @CallerParam() caller: Caller,
  ): Promise<ResponseOf<typeof EditProfileEndpoint>> {
    requireMember(caller, params.coopId);
    await this.edit.execute(actorOf(caller), params.coopId, body);
    return this.profile.execute(params.coopId);
  }
}
